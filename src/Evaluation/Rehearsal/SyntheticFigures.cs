using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Rehearsal;

/// <summary>
/// Made-up figures (合成数据) for rehearsals: a pure function of seed, figure and period, so that every run sees the same nation.
/// </summary>
public sealed class SyntheticFigures(RuleSet rules, IReadOnlyList<Area> cities, string seed) : IFigures
{
    readonly Dictionary<FigureId, decimal?> corrections = [];

    public string Release { get; init; } = "R1-synthetic";
    public bool Synthetic => true;
    public string Definitions => CanonicalJson.Sha256(rules.Text);
    public string DefinitionTexts => "[]";
    public IReadOnlyList<Area> Cities => cities;

    /// <summary>The same nation in a later release in which some figures read otherwise; null is a missing figure.</summary>
    public SyntheticFigures Corrected(string release, params (FigureId Id, decimal? Value)[] changes)
    {
        var later = new SyntheticFigures(rules, cities, seed) { Release = release };
        foreach (var (id, value) in corrections) later.corrections[id] = value;
        foreach (var (id, value) in changes) later.corrections[id] = value;
        return later;
    }

    public ReleasedFigure? Find(FigureId id) =>
        rules.Items.FirstOrDefault(item => item.Indicator == id.Indicator && item.Variant == id.Variant) is { } item
            ? new ReleasedFigure(id, corrections.TryGetValue(id, out var corrected) ? corrected : Value(item, id), null, item.Indicator == "E01" ? "人" : "%", item.Indicator == "E01" ? 0 : 2)
            : null;

    public ReleasedFigure? YearBefore(FigureId id) => Find(id with { Period = id.Period.YearBefore() });

    public ReleasedFigure? Latest(string indicator, string variant, int areaCode, Frequency frequency, Month after, Month month)
    {
        for (var last = month; last > after; last -= 1)
            if (Period.EndingIn(last, frequency) is { } period) return Find(new FigureId(indicator, variant, areaCode, period));
        return null;
    }

    public PlannedTarget? Target(string indicator, int areaCode, int year) => indicator == "E01" ? new PlannedTarget(YearsTarget(areaCode), null) : null;

    /// <summary>Around the target: most cities reach most of them, some fall short.</summary>
    decimal? Value(RuleSetItem item, FigureId id)
    {
        var share = Thousandth($"{id}");                        // 0 to 0.999
        var talent = Thousandth($"{id.AreaCode}");              // some cities do better throughout
        var years = (id.Period.Last.Year - 2020) * 0.004m;      // slow progress
        return item.Comparison switch
        {
            Comparison.AtMost => Round(item, (item.Target ?? 8m) * (0.6m + 0.3m * share + 0.12m * (1 - talent) - years)),
            Comparison.Band => Round(item, item.BandFrom!.Value + (item.BandTo!.Value - item.BandFrom.Value) * (1.1m * share - 0.05m)),
            Comparison.Shown => Round(item, 50 + 10 * share),
            _ when item.Indicator == "E01" => HalfUp.Round(YearsTarget(id.AreaCode) * (0.97m + 0.08m * share + 0.02m * talent) * id.Period.Last.MonthOfYear / 12m, 0),
            // 100 is certain for a veto: the one that falls in a rehearsal is a correction.
            _ when item.Score?.Veto is not null => 100m,
            _ when item.Target is { } target => Round(item, Math.Min(target >= 90 ? 100m : decimal.MaxValue, target * (0.93m + 0.1m * share + 0.05m * talent + years))),
            _ => Round(item, 40 + 20 * share + 10 * talent + 100 * years),
        };
    }

    decimal YearsTarget(int city) => 20_000 + HalfUp.Round(80 * Thousandth($"target {city}"), 0) * 1_000;

    decimal Thousandth(string text) => Convert.ToInt32(CanonicalJson.Sha256($"{seed}\n{text}")[..7], 16) % 1000 / 1000m;

    static decimal Round(RuleSetItem item, decimal value) => HalfUp.Round(Math.Max(0, value), item.Indicator is "E23" or "A09" ? 0 : 2);
}
