using DemoCityAnalytics.Metrics.Definitions;
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
    public string DefinitionTexts => DefinitionJson.Write(release.Indicators.Select(x => new { x.Code, x.Hash, x.Header, x.Sql }).ToList());
    public IReadOnlyList<Area> Cities => release.Cities;

    public ReleasedFigure? Find(FigureId id) => Figure(release.Find(id));

    public ReleasedFigure? YearBefore(FigureId id) => Figure(release.YearBefore(id));

    public ReleasedFigure? Latest(string indicator, string variant, int areaCode, Frequency frequency, Month after, Month month) =>
        Figure(release.Series(indicator, areaCode, frequency, variant).LastOrDefault(x => x.Id.Period.Last > after && x.Id.Period.Last <= month));

    public PlannedTarget? Target(string indicator, int areaCode, int year) =>
        release.Targets.LastOrDefault(x => x.Indicator == indicator && x.AreaCode == areaCode && x.Year == year) is { } plan
            ? new PlannedTarget(plan.Target, plan.Baseline)
            : null;

    ReleasedFigure? Figure(Observation? observation)
    {
        if (observation is null || release.FindIndicator(observation.Id.Indicator) is not { } indicator) return null;
        var (unit, decimals) = Shape(indicator.Header, observation.Id.Variant);
        return new ReleasedFigure(observation.Id, observation.Value, observation.Note, unit, decimals);
    }

    /// <summary>Unit and decimals of a view of the indicator; a view that states none has the indicator's.</summary>
    internal static (string Unit, int Decimals) Shape(IndicatorHeader header, string variant)
    {
        var view = header.Variants.FirstOrDefault(x => x.Id == variant);
        return (view?.Unit ?? header.Unit, view?.Decimals ?? header.Decimals);
    }
}
