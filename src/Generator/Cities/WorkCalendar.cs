namespace DemoCityAnalytics.Generator.Cities;

/// <summary>
/// The working days of a run, from a year before its start to its end. The holidays are those of no year in particular: the first day of the year,
/// five days in May and seven in October, each of the long ones made up for on the Sunday before.
/// </summary>
sealed class WorkCalendar
{
    const int MonthsBefore = 24;

    readonly int[] _numbers;

    public WorkCalendar(Timeline timeline)
    {
        FirstDay = Timeline.DayNumber(timeline.First - MonthsBefore, 1);
        LastDay = timeline.LastDay;
        _numbers = new int[LastDay - FirstDay + 1];
        var number = 0;
        for (var day = FirstDay; day <= LastDay; day++) _numbers[day - FirstDay] = IsWorkday(day) ? ++number : number;
    }

    public int FirstDay { get; }
    public int LastDay { get; }

    /// <summary>Number of working days up to a day, counted from the first; none for a day outside the calendar.</summary>
    public int? Number(int day) => day >= FirstDay && day <= LastDay ? _numbers[day - FirstDay] : null;

    public static bool IsWorkday(int dayNumber)
    {
        var day = DateOnly.FromDayNumber(dayNumber);
        if (IsHoliday(day)) return false;
        if (day.DayOfWeek == DayOfWeek.Sunday) return IsMadeUp(day);
        return day.DayOfWeek != DayOfWeek.Saturday;
    }

    static bool IsHoliday(DateOnly day) => (day.Month, day.Day) is (1, 1) or (5, <= 5) or (10, <= 7);

    static bool IsMadeUp(DateOnly sunday)
    {
        for (var ahead = 1; ahead <= 7; ahead++)
            if ((sunday.AddDays(ahead).Month, sunday.AddDays(ahead).Day) is (5, 1) or (10, 1)) return true;
        return false;
    }
}
