using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Figures;

/// <summary>The figures of a published release.</summary>
public sealed class ReleaseFigures(ReleaseSnapshot release) : IFigures
{
    public string Release => release.Manifest.Name;
    public bool Synthetic => release.Manifest.Synthetic;
    public string Definitions => release.Manifest.Definitions;
    public IReadOnlyList<Area> Cities => release.Cities;

    public ReleasedFigure? Find(FigureId id) => Figure(release.Find(id));

    public ReleasedFigure? Latest(string indicator, string variant, int areaCode, Frequency frequency, Month month) =>
        Figure(release.Series(indicator, areaCode, frequency, variant).LastOrDefault(x => x.Id.Period.Last <= month && x.Id.Period.Last.Year == month.Year));

    public PlannedTarget? Target(string indicator, int areaCode, int year) =>
        release.Targets.LastOrDefault(x => x.Indicator == indicator && x.AreaCode == areaCode && x.Year == year) is { } plan
            ? new PlannedTarget(plan.Target, plan.Baseline)
            : null;

    ReleasedFigure? Figure(Observation? observation)
    {
        if (observation is null || release.FindIndicator(observation.Id.Indicator) is not { } indicator) return null;
        var variant = indicator.Header.Variants.FirstOrDefault(x => x.Id == observation.Id.Variant);
        return new ReleasedFigure(observation.Id, observation.Value, observation.Note, variant?.Unit ?? indicator.Header.Unit, variant?.Decimals ?? indicator.Header.Decimals);
    }
}
