using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>How many events a city has in a month: size of the city, season, trend and a little chance.</summary>
sealed class Volume(City city, Timeline timeline, decimal scale)
{
    // 100,000 rows of events over 12 cities × 36 months; corrections, repeats and rows sent again are among them, the tables drawn from them are not.
    const decimal EventsPerCityMonth = 100_000m / (12 * 36) * 0.85m;

    // Below this a file would have more faulty rows than a load tolerates.
    const int FewestPerMonth = 6;

    public int Count(EventShape shape, int month, int fewest = FewestPerMonth)
    {
        var draw = new Draw(Draw.Name(city.Stream, month, shape.Share));
        var expected = EventsPerCityMonth * scale * city.Weight / 1000m * shape.Share / 1000m
            * shape.Season[month % 12] / 100m
            * (1m + shape.MonthlyTrend * (month - timeline.First) / 1000m)
            * draw.Between(94, 106) / 100m;
        return Math.Max(fewest, (int)expected);
    }
}

/// <summary>Share of all events in thousandths, months of the year in per cent of the mean, change per month in thousandths of the first month.</summary>
sealed record EventShape(int Share, int[] Season, int MonthlyTrend);
