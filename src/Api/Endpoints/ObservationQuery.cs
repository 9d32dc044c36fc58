using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>Which observations a caller asks for.</summary>
sealed record ObservationQuery
{
    public static readonly string[] Parameters =
        ["indicator", "city", "period", "from", "to", "frequency", "breakdown", "variant", "asOf", "updatedAfter", "labels", "format", "limit", "cursor"];

    const string AnyBreakdown = "*";

    public required IReadOnlyList<ReleasedIndicator> Indicators { get; init; }
    public required IReadOnlyList<Area> Areas { get; init; }
    public required IReadOnlyList<Period> Periods { get; init; }
    public required Period? From { get; init; }
    public required Period? To { get; init; }
    public required Frequency? Frequency { get; init; }

    /// <summary>Empty for totals, a dimension's name, or <c>*</c> for totals and all breakdowns.</summary>
    public required string Breakdown { get; init; }

    /// <summary>A variant's id; <c>main</c> for the definition's own view; null for all.</summary>
    public required string? Variant { get; init; }

    public required DateTime? AsOf { get; init; }

    /// <summary>Only figures that became the answer after this instant (UTC): what a nightly pull has to fetch.</summary>
    public DateTime? UpdatedAfter { get; init; }

    /// <summary>Earlier answers as well, each with the time from which it was the answer.</summary>
    public bool WithHistory { get; init; }

    /// <summary>Only so many observations of each series, from its oldest.</summary>
    public int? FirstOfSeries { get; init; }

    /// <summary>Only so many observations of each series, up to its latest.</summary>
    public int? LastOfSeries { get; init; }

    /// <summary>A further condition; <see cref="AlsoKey"/> says what it is.</summary>
    public Func<FigureId, bool>? Also { get; init; }

    public string AlsoKey { get; init; } = "";

    /// <summary>The query as it was understood, for the cache and the cursor.</summary>
    public string Key => string.Join('|',
        string.Join(',', Indicators.Select(x => x.Code)), string.Join(',', Areas.Select(x => x.Code)), string.Join(',', Periods), From, To, Frequency, Breakdown, Variant,
        AsOf?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), UpdatedAfter?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), WithHistory, FirstOfSeries, LastOfSeries, AlsoKey);

    public static (ObservationQuery? Query, Problem? Problem) Read(QueryReader reader, ReleaseSnapshot release, TimeProvider clock)
    {
        var indicators = new List<ReleasedIndicator>();
        foreach (var code in reader.List("indicator"))
            if (release.FindIndicator(code) is { } found) indicators.Add(found);
            else return (null, Finding.UnknownIndicator(code, release));
        var areas = new List<Area>();
        foreach (var code in reader.List("city"))
            if (Finding.Area(code, release) is { } found) areas.Add(found);
            else return (null, Finding.UnknownArea(code, release));
        var periods = new List<Period>();
        foreach (var text in reader.List("period"))
            if (Period.TryParse(text, out var period)) periods.Add(period);
            else reader.Refuse("period", "format", $"period 为“{text}”，应写作 2024-06、2024-Q2、2024-S1、2024 或 2024-06-ytd。", $"period is '{text}'; expected 2024-06, 2024-Q2, 2024-S1, 2024 or 2024-06-ytd.");
        if (indicators.Count == 0) indicators.AddRange(release.Indicators);
        var query = new ObservationQuery
        {
            Indicators = indicators.DistinctBy(x => x.Code).ToList(),
            Areas = areas.Count == 0 ? release.Cities : areas.DistinctBy(x => x.Code).ToList(),
            Periods = periods,
            From = reader.Period("from"),
            To = reader.Period("to"),
            Frequency = reader.OneOf<Frequency>("frequency"),
            Breakdown = Known(reader, "breakdown", indicators.SelectMany(x => x.Header.Dimensions.Concat(x.Header.Variants.SelectMany(v => v.Dimensions ?? []))).Append(AnyBreakdown)) ?? "",
            Variant = Known(reader, "variant", indicators.SelectMany(x => x.Header.Variants.Select(v => v.Id)).Append("main")),
            AsOf = reader.AsOf(clock),
            UpdatedAfter = reader.Moment("updatedAfter"),
        };
        return reader.Problem is { } problem ? (null, problem) : (query, null);
    }

    /// <summary>Found observations in a fixed order: indicator, area, variant, breakdown, member, frequency, period.</summary>
    public IEnumerable<(Observation Observation, ReleasedIndicator Indicator)> Find(ReleaseSnapshot release) =>
        (FirstOfSeries ?? LastOfSeries) is null ? All(release) : Series(All(release)).SelectMany(Ends);

    // The rows of a series lie together.
    static IEnumerable<List<(Observation Observation, ReleasedIndicator Indicator)>> Series(IEnumerable<(Observation Observation, ReleasedIndicator Indicator)> rows)
    {
        var series = new List<(Observation Observation, ReleasedIndicator Indicator)>();
        foreach (var row in rows)
        {
            if (series.Count > 0 && SeriesOf(series[0].Observation.Id) != SeriesOf(row.Observation.Id))
            {
                yield return series;
                series = [];
            }
            series.Add(row);
        }
        if (series.Count > 0) yield return series;
    }

    static (string, int, string, string, string, Frequency) SeriesOf(FigureId id) => (id.Indicator, id.AreaCode, id.Variant, id.Breakdown, id.Member, id.Period.Frequency);

    IEnumerable<(Observation Observation, ReleasedIndicator Indicator)> Ends(List<(Observation Observation, ReleasedIndicator Indicator)> series) =>
        series.Where((_, i) => i < FirstOfSeries || i >= series.Count - LastOfSeries);

    IEnumerable<(Observation Observation, ReleasedIndicator Indicator)> All(ReleaseSnapshot release) =>
        from indicator in Indicators
        from area in Areas
        from x in WithHistory ? release.AllObservations(indicator.Code, area.Code) : release.Observations(indicator.Code, area.Code, AsOf)
        where Matches(x.Id) && (Also is null || Also(x.Id)) && (UpdatedAfter is not { } after || x.KnownFrom > after)
        select (x, indicator);

    bool Matches(FigureId id) =>
        (Periods.Count == 0 || Periods.Contains(id.Period))
        && (From is not { } from || id.Period.First >= from.First)
        && (To is not { } to || id.Period.Last <= to.Last)
        && (Frequency is not { } frequency || id.Period.Frequency == frequency)
        && (Breakdown == AnyBreakdown || id.Breakdown == Breakdown)
        && (Variant is null || id.Variant == (Variant == "main" ? "" : Variant));

    static string? Known(QueryReader reader, string name, IEnumerable<string> words)
    {
        var known = words.Distinct(StringComparer.Ordinal).ToList();
        if (reader.Text(name) is not { } text || known.Contains(text, StringComparer.Ordinal)) return reader.Text(name);
        reader.Refuse(name, "value", $"{name} 为“{text}”，所选指标可用：{string.Join("、", known)}。", $"{name} is '{text}'{NearestName.Hint(text, known)}; the indicators asked for have {string.Join(", ", known)}.");
        return null;
    }
}
