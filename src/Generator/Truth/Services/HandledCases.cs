using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Services;

/// <summary>C02 按时办结率, C05 全程网办率, C06 主动评价率, C09 转办及时率.</summary>
static class HandledCases
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        PartTable Table(string indicator, string variant = "") => new(new FigureKind(indicator, variant, timeline, grid => grid.Common));
        var (onTime, online, oneVisit, rated, handedOver) = (Table("C02"), Table("C05"), Table("C05", "at_most_one_visit"), Table("C06"), Table("C09"));
        foreach (var handled in log.Of<ServiceCase>())
        {
            if (handled.HandedOver > 0) handedOver.Count(Timeline.MonthOf(Day(handled.HandedOver)), Day(handled.TargetAccepted) == Day(handled.HandedOver));
            if (!handled.IsClosed) continue;
            var channel = new Member("channel", handled.Channel);
            if (handled.Due > 0) onTime.Count(handled.ClosedMonth, handled.ClosedDay <= handled.Due, new("case_kind", handled.Kind), channel);
            online.Count(handled.ClosedMonth, handled.Visits == 0 && handled.Channel != "1", channel);
            oneVisit.Count(handled.ClosedMonth, handled.Visits <= 1, channel);
            rated.Count(handled.ClosedMonth, part: 0, whole: 1);
        }
        foreach (var rating in log.Of<Rating>().Where(rating => rating.ByUser)) rated.Count(Timeline.MonthOf(rating.RatedOn), part: 1, whole: 0);
        return [onTime, online, oneVisit, rated, handedOver];
    }

    static int Day(long time) => (int)(time / 86_400);
}
