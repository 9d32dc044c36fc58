using System.Numerics;
using System.Text.Json.Serialization;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>A release: the immutable set of figures that answers are taken from.</summary>
/// <param name="Name">As it is cited: number and the first digits of the hash over inputs, definitions and parameters.</param>
/// <param name="Synthetic">The figures were made from generated data (合成数据) and describe no real city.</param>
/// <param name="SyntheticMark">The mark to show beside every figure of a synthetic release.</param>
public sealed record ReleaseView(string Name, int Number, DateTime PublishedAt, bool Synthetic, BilingualText? SyntheticMark)
{
    public static readonly BilingualText Mark = new() { Zh = "合成数据", En = "synthetic data" };

    public static ReleaseView Of(ReleaseManifest manifest) =>
        new(manifest.Name, manifest.Number, manifest.PublishedAt, manifest.Synthetic, manifest.Synthetic ? Mark : null);
}

/// <summary>A release with the files it was made from.</summary>
public sealed record ReleaseDetail(ReleaseView Release, string Definitions, string Inputs, IReadOnlyList<ReleaseInput> Files);

/// <summary>An administrative division: six-digit code of GB/T 2260.</summary>
public sealed record AreaView(int Code, string Name, string Level, string Kind, int? ParentCode, string? ParentName)
{
    public static AreaView Of(Area area, ReleaseSnapshot release) =>
        new(area.Code, area.Name, area.Level, area.Kind, area.ParentCode, area.ParentCode is { } parent ? release.Areas.GetValueOrDefault(parent)?.Name : null);
}

/// <summary>One indicator in the catalogue.</summary>
/// <param name="Standard">The standard of the notice that its first clause belongs to, 1 to 5.</param>
/// <param name="Definition">Address of the whole definition.</param>
public sealed record IndicatorSummary(
    string Code, string Id, int Version, BilingualText Name, string Unit, int Decimals, Direction Better, DefinitionStatus Status, int Standard,
    IReadOnlyList<string> Clauses, IReadOnlyList<Frequency> Frequencies, IReadOnlyList<string> Variants, IReadOnlyList<string> Dimensions, string Definition)
{
    public static IndicatorSummary Of(ReleasedIndicator indicator) => new(
        indicator.Code, indicator.Header.Id, indicator.Header.Version, indicator.Header.Name, indicator.Header.Unit, indicator.Header.Decimals,
        indicator.Header.Better, indicator.Header.Status, indicator.Standard, indicator.Header.Clauses, indicator.Header.Frequencies,
        indicator.Header.Variants.Select(variant => variant.Id).ToList(), indicator.Header.Dimensions, $"/api/v1/indicators/{indicator.Code}");
}

/// <summary>The catalogue of a release.</summary>
public sealed record IndicatorList(ReleaseView Release, int Total, IReadOnlyList<IndicatorSummary> Indicators);

/// <summary>An indicator as it is defined in a release: the header of its file and the SQL as it ran.</summary>
/// <param name="Hash">SHA-256 of the definition file.</param>
public sealed record IndicatorDetail(ReleaseView Release, string Code, string Hash, IndicatorHeader Definition, string Sql);

/// <summary>One figure.</summary>
/// <param name="FigureId">Names the figure for good: indicator, variant, area, period, and breakdown with member.</param>
/// <param name="Value">Rounded half up once, with the declared decimals; null when there is none, and then the status says why.</param>
/// <param name="Numerator">Whole parts before the division.</param>
/// <param name="KnownFrom">UTC; since when this was the answer.</param>
/// <param name="Evidence">Address of what stands behind the figure.</param>
public sealed record ObservationView(
    string FigureId, string Indicator, int IndicatorVersion, string Variant, int AreaCode, string Period, Frequency Frequency, DateOnly Start, DateOnly End,
    string Breakdown, string Member, decimal? Value, decimal? Low, decimal? High, string Unit, int Decimals, BigInteger? Numerator, BigInteger? Denominator,
    ObservationStatus Status, string? Note, DateTime KnownFrom, string? Release, string Evidence)
{
    /// <summary>Names of the codes, when <c>labels</c> asks for them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ObservationNames? Labels { get; init; }

    public static ObservationView Of(Observation x, IndicatorHeader header, string? release)
    {
        var (unit, decimals) = Shape(header, x.Id.Variant);
        return new ObservationView(
            x.Id.ToString(), x.Id.Indicator, x.DefinitionVersion, x.Id.Variant, x.Id.AreaCode, x.Id.Period.ToString(), x.Id.Period.Frequency,
            x.Id.Period.Start, x.Id.Period.End, x.Id.Breakdown, x.Id.Member,
            JsonText.Scaled(x.Value, decimals), JsonText.Scaled(x.Low, decimals), JsonText.Scaled(x.High, decimals), unit, decimals,
            x.Numerator, x.Denominator, x.Status, x.Note, x.KnownFrom, release, $"/api/v1/figures/{x.Id}/evidence");
    }

    /// <summary>Unit and decimals of a variant, which may differ from the definition's own.</summary>
    public static (string Unit, int Decimals) Shape(IndicatorHeader header, string variant) =>
        header.Variants.FirstOrDefault(v => v.Id == variant) is { } found
            ? (found.Unit ?? header.Unit, found.Decimals ?? header.Decimals)
            : (header.Unit, header.Decimals);
}

/// <summary>Observations that a query found.</summary>
/// <param name="Release">Null when asOf is given: such an answer belongs to a moment and never changes, whatever is published later.</param>
/// <param name="Total">Observations that the query finds, on all pages.</param>
/// <param name="Next">Cursor of the next page, or null on the last.</param>
public sealed record ObservationList(ReleaseView? Release, DateTime? AsOf, int Total, string? Next, IReadOnlyList<ObservationView> Observations);

/// <summary>One figure with what was answered before.</summary>
/// <param name="YearOnYear">Its change against the year before; null where there is none.</param>
public sealed record FigureDetail(ReleaseView Release, BilingualText Name, AreaView Area, ObservationView Figure, YearOnYearView? YearOnYear, IReadOnlyList<ObservationView> History);

/// <summary>A change against the year before, of the cities alone that have the figure both times.</summary>
/// <param name="Change">Per cent for a count, the difference of the rounded figures for a rate; null when no city has both.</param>
/// <param name="LeftOut">Cities that have one of the two figures only.</param>
public sealed record YearOnYearView(string Against, decimal? Change, string Unit, int MatchedCities, IReadOnlyList<AreaView> LeftOut)
{
    public static YearOnYearView? Of(YearOnYear? change, ReleaseSnapshot release) => change is null
        ? null
        : new(change.Against.ToString(), change.Change, change.Unit, change.MatchedCities, change.LeftOut.Select(city => AreaView.Of(release.Areas[city], release)).ToList());
}

/// <summary>Cities that have figures in a release.</summary>
public sealed record CityList(ReleaseView Release, int Total, IReadOnlyList<AreaView> Cities);

/// <summary>A city: where it lies, up to which month figures are stated, and what they are.</summary>
public sealed record CityDetail(ReleaseView Release, AreaView City, string? LatestMonth, string? Scorecard, IReadOnlyList<string> Indicators);
