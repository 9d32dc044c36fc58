using System.Globalization;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Quality;

/// <summary>One rule over all chosen loads: how many rows it found something in, of how many.</summary>
public sealed record RuleRate(string Source, string Rule, string Column, string Severity, long Rows, long Read)
{
    /// <summary>Rows that pass the rule, in per cent.</summary>
    public decimal? PassedPercent => Rate.Of(Read - Rows, Read);
}

/// <summary>Rows read and refused of the files that begin in a month.</summary>
public sealed record MonthRate(Month Month, int Files, long Read, long Rejected)
{
    public decimal? RejectedPercent => Rate.Of(Rejected, Read);
}

/// <summary>A figure of data quality and the one before it.</summary>
public sealed record QualityFigure(ReleasedIndicator Indicator, Observation Latest, decimal? Change);

/// <summary>The quality of what was loaded, for the cities that the reader may see, one of them, or one load.</summary>
public sealed record QualityView(ReleaseSnapshot Release, IReadOnlyList<Area> Cities, Area? City, Batch? Batch, IReadOnlyList<Batch> Batches, IReadOnlyList<RuleRate> Rules)
{
    const string Figures = "D";

    public long Read => Batches.Sum(x => x.Input.RowsRead);

    public long Rejected => Batches.Sum(x => x.Input.RowsRejected);

    /// <summary>The latest twelve months in which files begin, the newest first.</summary>
    public IReadOnlyList<MonthRate> Months => [.. Batches.Where(x => x.First is not null).GroupBy(x => x.First!.Value)
        .Select(month => new MonthRate(month.Key, month.Count(), month.Sum(x => x.Input.RowsRead), month.Sum(x => x.Input.RowsRejected))).OrderByDescending(x => x.Month).Take(12)];

    /// <summary>What the request asks for, or why it cannot be shown.</summary>
    internal static (QualityView? View, Problem? Problem) Of(HttpRequest request, ReleaseSnapshot release, LoadRecords records, AreaScope scope)
    {
        var query = new QueryReader(request, "city", "batch");
        var (asked, batch) = (query.Text("city"), query.Whole("batch", 1, int.MaxValue));
        if (query.Problem is { } problem) return (null, problem);
        var cities = release.Cities.Where(x => scope.Covers(x.Code, release)).ToList();
        Area? city = null;
        if (asked is not null)
        {
            if (Finding.City(asked, release) is not { } found) return (null, Finding.UnknownArea(asked, release));
            if (scope.Refusal(found.Code, release) is { } refusal) return (null, refusal);
            city = found;
        }
        else if (cities.Count == 1) city = cities[0];

        // A file with rows of several cities is shown to who may see them all.
        var bound = scope.Reader is { Role: Role.City or Role.Province };
        var mine = cities.Select(x => x.Code).ToHashSet();
        var seen = records.Batches(release).Where(x => (!bound || x.Cities.Count > 0 && x.Cities.IsSubsetOf(mine)) && (city is null || x.Cities.Contains(city.Code))).ToList();
        var chosen = batch is { } number ? seen.FirstOrDefault(x => x.Input.LoadId == number) : null;
        if (batch is not null && chosen is null)
            return (null, new Problem("unknown-upload", string.Create(CultureInfo.InvariantCulture, $"没有批次 {batch}，或者它不在您账户的范围内。"), string.Create(CultureInfo.InvariantCulture, $"There is no batch {batch}, or it is not yours to see.")));
        var shown = chosen is null ? seen : [chosen];
        return (new QualityView(release, cities, city, chosen, shown, RulesOf(shown, records.Rules(release))), null);
    }

    /// <summary>The figures of data quality of the chosen city; none without a city.</summary>
    public IReadOnlyList<QualityFigure> CityFigures => City is null ? [] : [.. Release.Indicators.Where(x => x.Code.StartsWith(Figures, StringComparison.Ordinal))
        .Select(indicator => Release.Series(indicator.Code, City.Code, indicator.Header.Frequencies[0]).Where(x => x.Value is not null).TakeLast(2).ToList() is [.., var latest] series
            ? new QualityFigure(indicator, latest, series.Count == 2 ? latest.Value - series[0].Value : null) : null).OfType<QualityFigure>()];

    static List<RuleRate> RulesOf(IReadOnlyList<Batch> shown, IReadOnlyList<RuleCount> rules)
    {
        var read = shown.GroupBy(x => x.Input.Source, StringComparer.Ordinal).ToDictionary(x => x.Key, x => x.Sum(y => y.Input.RowsRead), StringComparer.Ordinal);
        var loads = shown.Select(x => x.Input.LoadId).ToHashSet();
        return [.. rules.Where(x => loads.Contains(x.LoadId)).GroupBy(x => (x.Source, x.Rule, x.Column, x.Severity))
            .Select(x => new RuleRate(x.Key.Source, x.Key.Rule, x.Key.Column, x.Key.Severity, x.Sum(y => y.Rows), read[x.Key.Source]))
            .OrderByDescending(x => x.Rows).ThenBy(x => x.Source, StringComparer.Ordinal).ThenBy(x => x.Rule, StringComparer.Ordinal).ThenBy(x => x.Column, StringComparer.Ordinal)];
    }
}
