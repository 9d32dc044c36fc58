using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Charts.Kinds;

/// <summary>One indicator in several areas, as charts and tables of comparison take it.</summary>
sealed class FigureSet
{
    readonly ReleaseSnapshot release;

    public FigureSet(ReleaseSnapshot release, ReleasedIndicator indicator, string variant, Frequency frequency, IReadOnlyList<Area> areas, RequestLanguage language)
    {
        this.release = release;
        (Indicator, Variant, Frequency, Areas, Language) = (indicator, variant, frequency, areas, language);
        (Unit, Decimals) = ObservationView.Shape(indicator.Header, variant);
        Name = indicator.Header.Name(variant, language);
        UnitText = language.Of($"（{Texts.In(language)["unit.label", Unit]}）", $" ({Texts.In(language)["unit.label", FigureText.Unit(Unit, language)]})");
    }

    public ReleasedIndicator Indicator { get; }
    public string Variant { get; }
    public Frequency Frequency { get; }
    public IReadOnlyList<Area> Areas { get; }
    public RequestLanguage Language { get; }
    public string Unit { get; }
    public int Decimals { get; }
    public string Name { get; }
    public string UnitText { get; }

    public ReleaseSnapshot Release => release;

    public IReadOnlyList<Observation> Series(Area area) => release.Series(Indicator.Code, area.Code, Frequency, Variant);

    /// <summary>The figure a year earlier, unless it stands on another basis.</summary>
    public Observation? YearBefore(Area area, Period period) => release.YearBefore(new FigureId(Indicator.Code, Variant, area.Code, period));

    public Observation? At(Area area, Period period) => release.Find(new FigureId(Indicator.Code, Variant, area.Code, period));

    /// <summary>The latest period in which an area has a value, or a group of it where the indicator has figures of groups alone.</summary>
    public Period? Latest => Areas.SelectMany(area => release.Observations(Indicator.Code, area.Code))
        .Where(x => x.Id.Variant == Variant && x.Id.Period.Frequency == Frequency && x.Value is not null)
        .Select(x => (Period?)x.Id.Period).MaxBy(x => x!.Value.Last.Index);

    /// <summary>The groups of one area, by dimension.</summary>
    public IReadOnlyList<Observation> Groups(Area area, Period period, string dimension) => release.Observations(Indicator.Code, area.Code)
        .Where(x => x.Id.Period == period && x.Id.Variant == Variant && x.Id.Breakdown == dimension)
        .OrderBy(x => x.Id.Member.Length).ThenBy(x => x.Id.Member, StringComparer.Ordinal).ToList();

    public ChartCell Cell(string row, string column, decimal? value) => new(row, column, value, FigureText.Of(value, Unit, Decimals, Language).Exact);

    /// <summary>Numbers in words, for the description.</summary>
    public string Said(IEnumerable<ChartCell> cells) => string.Join(Language.Of("；", "; "), cells.Select(x => $"{x.Row}{(x.Column.Length == 0 ? "" : Language.Of("，", ", ") + x.Column)} {x.Text}")) + Language.Of("。", ".");
}
