using System.Globalization;
using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth.Market;

/// <summary>E09 紧缺与富余职业: the ten largest gaps between openings and seekers by minor occupation.</summary>
sealed class MinorOccupations(Timeline timeline) : TruthTable
{
    // Codes as long as 4-01-02 name a minor occupation; fewer openings and seekers than ten say nothing.
    const int CodeLength = 7, Fewest = 10, Listed = 10;

    readonly SortedDictionary<string, (Effective Openings, Effective Seekers)> _occupations = new(StringComparer.Ordinal);

    public MinorOccupations(CityLog log, Timeline timeline) : this(timeline)
    {
        foreach (var posting in log.Of<Posting>().Where(posting => posting.Occupation.Length >= CodeLength && posting.Openings > 0))
            SidesOf(posting.Occupation[..CodeLength]).Openings.Count(posting.PublishedMonth, posting.EndMonth, posting.Openings);
        foreach (var seeker in log.Of<Seeker>().Where(seeker => seeker.Occupation.Length >= CodeLength))
            SidesOf(seeker.Occupation[..CodeLength]).Seekers.Count(Timeline.MonthOf(seeker.RegisteredOn), seeker.EndMonth, 1);
    }

    public override TruthTable Empty() => new MinorOccupations(timeline);

    public override void Add(TruthTable other)
    {
        foreach (var (code, sides) in ((MinorOccupations)other)._occupations)
        {
            SidesOf(code).Openings.Add(sides.Openings);
            SidesOf(code).Seekers.Add(sides.Seekers);
        }
    }

    public override IEnumerable<Figure> Figures(int area, PeriodGrid grid) =>
        grid.Quarters.SelectMany(period => List(area, period, "").Concat(List(area, period, "surplus")));

    IEnumerable<Figure> List(int area, TruthPeriod period, string variant)
    {
        var listed = _occupations
            .Select(entry => (Code: entry.Key, Openings: entry.Value.Openings.In(period.First, period.Last), Seekers: entry.Value.Seekers.In(period.First, period.Last)))
            .Where(entry => entry.Openings + entry.Seekers >= Fewest)
            .Select(entry => (entry.Code, Gap: variant == "surplus" ? entry.Seekers - entry.Openings : entry.Openings - entry.Seekers, entry.Openings, entry.Seekers))
            .Where(entry => entry.Gap > 0).OrderByDescending(entry => entry.Gap).ThenBy(entry => entry.Code, StringComparer.Ordinal).Take(Listed).ToArray();
        yield return new("E09", variant, area, period.Name, period.IsWhole ? Text(listed.Sum(entry => entry.Gap)) : null);
        if (!period.IsWhole) yield break;
        foreach (var (code, gap, openings, seekers) in listed)
            yield return new("E09", variant, area, period.Name, Text(gap)) { Breakdown = "occupation_minor", Member = code, Numerator = openings, Denominator = seekers };
    }

    (Effective Openings, Effective Seekers) SidesOf(string code)
    {
        if (!_occupations.TryGetValue(code, out var sides))
            _occupations[code] = sides = (new(timeline.First, timeline.Months), new(timeline.First, timeline.Months));
        return sides;
    }

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
