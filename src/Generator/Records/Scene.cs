using System.Globalization;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>What the further tables of a city are drawn from: its months, its size, its employers, and what was recorded about it before.</summary>
sealed record Scene(City City, Timeline Timeline, WorkCalendar Calendar, Volume Volume, Employers Employers, CityLog Log)
{
    static readonly int[] Even = [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100];

    /// <summary>Random numbers of one record of one table.</summary>
    public Draw Draw(string source, long number) => new(Randomness.Draw.Name(City.Stream, Randomness.Draw.Spell(source), number));

    /// <summary>How many records of a table fall into a month.</summary>
    /// <param name="share">In thousandths of all events.</param>
    public int Count(int share, int month) => Volume.Count(new EventShape(share, Even, 2), month, fewest: 1);

    /// <summary>Months with the running numbers of their records, over the whole run.</summary>
    public IEnumerable<(int Month, int Number)> Monthly(int share)
    {
        var number = 0;
        for (var month = Timeline.First; month <= Timeline.Last; month++)
            for (var left = Count(share, month); left > 0; left--) yield return (month, number++);
    }

    /// <summary>Those who registered work, by the month in which they started; none with a wrong number.</summary>
    public Workforce Workforce { get; } = new(Log);

    public static int DayIn(int month, ref Draw draw) => Timeline.DayNumber(month, draw.Between(1, Timeline.DaysIn(month)));

    /// <summary>0 for the city without a district named.</summary>
    public int District(ref Draw draw) => City.Districts.Length == 0 ? 0 : draw.PerMille(30) ? 0 : draw.Between(1, City.Districts.Length);

    /// <summary>A district, where the city has any.</summary>
    public int SomeDistrict(ref Draw draw) => City.Districts.Length == 0 ? 0 : draw.Between(1, City.Districts.Length);

    public Cell Area(int district) => Cell.Of((district == 0 ? City.Code : City.Districts[district - 1]).ToString(CultureInfo.InvariantCulture));

    /// <summary>A number of a record: letters, the city's code and a running number.</summary>
    public string Id(string letters, int number) => string.Create(CultureInfo.InvariantCulture, $"{letters}{City.Code}{number:000000}");

    /// <summary>Somebody who is in no other table.</summary>
    public PersonNumber Stranger(ref Draw draw, int month, int youngest, int oldest) =>
        PersonNumber.Of(draw.Next(), City.PersonAreas, month / 12, youngest, oldest);

    /// <summary>A day that has not come by the end of the run is not known: 0.</summary>
    public int Known(int day) => day <= Timeline.LastDay ? day : 0;

    public static long At(int day, int secondOfDay) => day * 86_400L + secondOfDay;
}
