using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Tests.Cities;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData("2024-04-30", true)]
    [InlineData("2024-05-01", false)]
    [InlineData("2024-05-05", false)]
    [InlineData("2024-05-06", true)]
    [InlineData("2024-04-28", true)]  // the Sunday before the days in May
    [InlineData("2024-04-27", false)] // Saturday
    [InlineData("2024-09-29", true)]  // the Sunday before the days in October
    [InlineData("2024-09-22", false)]
    [InlineData("2025-01-01", false)]
    public void IsWorkday_KnowsWeekendsHolidaysAndDaysMadeUp(string day, bool expected) =>
        Assert.Equal(expected, WorkCalendar.IsWorkday(Day(day)));

    [Fact]
    public void Number_CountsWorkdaysUpToADay_AndKnowsNoDayOutside()
    {
        var calendar = new WorkCalendar(new Timeline(2024 * 12, 3));

        Assert.Equal(0, calendar.Number(Day("2024-03-10")) - calendar.Number(Day("2024-03-08"))); // Friday to Sunday
        Assert.Equal(1, calendar.Number(Day("2024-03-11")) - calendar.Number(Day("2024-03-08")));
        Assert.Equal(10, calendar.Number(Day("2024-03-15")) - calendar.Number(Day("2024-03-01")));
        Assert.Null(calendar.Number(Day("2024-04-01")));
        Assert.Null(calendar.Number(Day("2021-12-31")));
    }

    static int Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture).DayNumber;
}
