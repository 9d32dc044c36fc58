using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Figures;

/// <summary>A figure as released, with what is needed to print it.</summary>
public sealed record ReleasedFigure(FigureId Id, decimal? Value, string? Note, string Unit, int Decimals);

/// <summary>A city's own target for a year and its figure before creation.</summary>
public sealed record PlannedTarget(decimal Target, decimal? Baseline);

/// <summary>The figures that a round is judged by: a release, or a made-up nation for rehearsals.</summary>
public interface IFigures
{
    /// <summary>As printed: R3-1f0c9a….</summary>
    string Release { get; }

    bool Synthetic { get; }

    /// <summary>Hash of the definitions behind the figures.</summary>
    string Definitions { get; }

    /// <summary>The definitions themselves, as JSON; what a frozen round keeps and hands on.</summary>
    string DefinitionTexts { get; }

    IReadOnlyList<Area> Cities { get; }

    ReleasedFigure? Find(FigureId id);

    /// <summary>The same figure a year earlier, with which it may be compared; null when there is none, or on another basis.</summary>
    ReleasedFigure? YearBefore(FigureId id);

    /// <summary>The latest period of this frequency that ends in or before the month, but after another; see <see cref="RuleSets.PeriodRule"/>.</summary>
    ReleasedFigure? Latest(string indicator, string variant, int areaCode, Frequency frequency, Month after, Month month);

    PlannedTarget? Target(string indicator, int areaCode, int year);
}
