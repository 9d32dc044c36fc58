using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Releases;

/// <summary>What was known of a period at a moment.</summary>
/// <param name="Revised">It was another value before.</param>
public sealed record Vintage(decimal? Value, bool Known, bool Revised);

/// <summary>A period with what was answered for it at each moment.</summary>
public sealed record VintageRow(Period Period, IReadOnlyList<Vintage> Vintages)
{
    /// <summary>The last answer less the first; null when it was never another.</summary>
    public decimal? Change => Vintages.Any(x => x.Revised) && Vintages.First(x => x.Known).Value is { } first && Vintages[^1].Value is { } last ? last - first : null;
}

/// <summary>Periods down, moments of publication across (修订三角): how the answers for a series became what they are.</summary>
public sealed record RevisionTriangle(IReadOnlyList<DateTime> Moments, IReadOnlyList<VintageRow> Rows)
{
    /// <summary>As many of the latest moments and periods as one page shows.</summary>
    public const int MostMoments = 8, MostPeriods = 36;

    public int Revisions => Rows.Sum(row => row.Vintages.Count(x => x.Revised));

    public static RevisionTriangle Of(ReleaseSnapshot release, string indicator, int area, Frequency frequency, string variant)
    {
        var answers = release.AllObservations(indicator, area).Where(x => x.Id.Variant == variant && x.Id.Breakdown.Length == 0 && x.Id.Period.Frequency == frequency).ToList();
        var moments = answers.Select(x => x.KnownFrom).Distinct().Order().TakeLast(MostMoments).ToList();
        var rows = answers.GroupBy(x => x.Id.Period).OrderByDescending(x => x.Key.Last).Take(MostPeriods)
            .Select(period => new VintageRow(period.Key, [.. Vintages([.. period.OrderBy(x => x.KnownFrom)], moments)])).ToList();
        return new RevisionTriangle(moments, rows);
    }

    static IEnumerable<Vintage> Vintages(List<Observation> answers, List<DateTime> moments)
    {
        foreach (var moment in moments)
        {
            var at = answers.FindLastIndex(x => x.KnownFrom <= moment);
            yield return at < 0 ? new Vintage(null, false, false) : new Vintage(answers[at].Value, true, answers[at].KnownFrom == moment && at > 0 && answers[at].Value != answers[at - 1].Value);
        }
    }
}
