using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth.Services;

/// <summary>C08 差评按期整改率.</summary>
static class Ratings
{
    const int WorkdaysAllowed = 15;

    public static IEnumerable<TruthTable> Of(CityLog log, WorkCalendar calendar, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("C08", "", timeline, grid => grid.Common));
        foreach (var rating in log.Of<Rating>().Where(rating => rating is { ByUser: true, Level: <= 2 }))
        {
            if (calendar.Number(rating.RatedOn) is not { } rated || rated + WorkdaysAllowed > calendar.Number(timeline.LastDay)) continue;
            table.Count(Timeline.MonthOf(rating.RatedOn), rating.FollowedUp && rating.FixedOn > 0 && calendar.Number(rating.FixedOn) - rated <= WorkdaysAllowed);
        }
        return [table];
    }
}
