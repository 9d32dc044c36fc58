namespace DemoCityAnalytics.Metrics.Models.Matching;

/// <summary>How many of a city's openings its seekers could fill at most, each person once and each opening once.</summary>
/// <param name="Matched">By occupation, place, pay, education and experience together: the greatest number of pairs there can be.</param>
/// <param name="ByOccupation">By major occupation alone, Σ MIN(openings, seekers), as E12 counts.</param>
public sealed record CityMatch(int City, long Openings, long Seekers, long Matched, long ByOccupation);

/// <summary>
/// Matches seekers to openings within each city. Rows that ask for or offer the same are one node, so the greatest matching of persons is a greatest
/// flow between a few hundred nodes and exact for any number of rows. An upper bound: nobody is asked whether they want each other.
/// </summary>
public static class SupplyDemandMatch
{
    public const string Version = "1";

    /// <summary>From least to most; the three kinds of secondary school are of one rank.</summary>
    static readonly Dictionary<string, int> Ranks = new(StringComparer.Ordinal)
    {
        ["81"] = 1,
        ["71"] = 2,
        ["61"] = 3,
        ["47"] = 3,
        ["44"] = 3,
        ["41"] = 3,
        ["31"] = 4,
        ["21"] = 5,
        ["14"] = 6,
        ["11"] = 7,
    };

    public static IReadOnlyList<CityMatch> Run(IReadOnlyList<MatchGroup> openings, IReadOnlyList<MatchGroup> seekers, CancellationToken cancel)
    {
        var wanted = Merged(openings, seekers).ToLookup(group => group.City);
        var offered = Merged(seekers, openings).ToLookup(group => group.City);
        return [.. openings.Concat(seekers).Select(group => group.City).Distinct().Order().Select(city =>
        {
            cancel.ThrowIfCancellationRequested();
            return Of(city, [.. wanted[city]], [.. offered[city]]);
        })];
    }

    /// <summary>Whether this seeker could take this opening.</summary>
    public static bool Fits(MatchGroup opening, MatchGroup seeker)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(seeker);
        return opening.City == seeker.City
            && OccupationsAgree(opening.Occupation, seeker.Occupation)
            && !(Ranks.TryGetValue(opening.Education ?? "", out var asked) && Ranks.TryGetValue(seeker.Education ?? "", out var has) && has < asked)
            && !(opening.Pay < seeker.Pay)
            && !(seeker.Experience < opening.Experience);
    }

    static CityMatch Of(int city, List<MatchGroup> openings, List<MatchGroup> seekers)
    {
        var (source, sink) = (openings.Count + seekers.Count, openings.Count + seekers.Count + 1);
        var flow = new MaximumFlow(sink + 1);
        for (var opening = 0; opening < openings.Count; opening++)
        {
            flow.Connect(source, opening, openings[opening].Count);
            for (var seeker = 0; seeker < seekers.Count; seeker++)
                if (Fits(openings[opening], seekers[seeker])) flow.Connect(opening, openings.Count + seeker, Math.Min(openings[opening].Count, seekers[seeker].Count));
        }
        for (var seeker = 0; seeker < seekers.Count; seeker++) flow.Connect(openings.Count + seeker, sink, seekers[seeker].Count);
        var (demand, supply) = (ByMajor(openings), ByMajor(seekers));
        return new(city, openings.Sum(group => group.Count), seekers.Sum(group => group.Count), flow.Between(source, sink),
            demand.Sum(major => Math.Min(major.Value, supply.GetValueOrDefault(major.Key))));
    }

    /// <summary>Groups that differ only in what the other side never states are one.</summary>
    static IEnumerable<MatchGroup> Merged(IReadOnlyList<MatchGroup> side, IReadOnlyList<MatchGroup> other)
    {
        var (pay, experience) = (other.Any(group => group.Pay is not null), other.Any(group => group.Experience is not null));
        return side.Where(group => group.Count > 0)
            .GroupBy(group => (group.City, group.Occupation, group.Education, Pay: pay ? group.Pay : null, Experience: experience ? group.Experience : null))
            .Select(group => new MatchGroup(group.Key.City, group.Key.Occupation, group.Key.Education, group.Key.Pay, group.Key.Experience, group.Sum(row => row.Count)));
    }

    static Dictionary<string, long> ByMajor(IEnumerable<MatchGroup> groups) =>
        groups.GroupBy(group => group.Occupation[..1], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(row => row.Count), StringComparer.Ordinal);

    /// <summary>As far as both are stated: 4-01 agrees with 4-01-02 and with 4. A posting or person without a requirement (0) agrees with all.</summary>
    static bool OccupationsAgree(string left, string right) =>
        left == "0" || right == "0" || left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);
}
