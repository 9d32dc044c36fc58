using System.Globalization;

namespace DemoCityAnalytics.Generator.Cities;

/// <summary>
/// The months generated, as month indexes (year × 12 + month − 1), and their division into files: whole quarters (or years),
/// and single months where the run begins or ends inside one.
/// </summary>
sealed class Timeline
{
    readonly int[] _fileOfMonth;

    public Timeline(int first, int months, int monthsPerFile = 3)
    {
        (First, Last) = (first, first + months - 1);
        _fileOfMonth = new int[months];
        var files = new List<FilePeriod>();
        for (var month = First; month <= Last;)
        {
            var end = month % monthsPerFile == 0 && month + monthsPerFile - 1 <= Last ? month + monthsPerFile - 1 : month;
            for (var covered = month; covered <= end; covered++) _fileOfMonth[covered - First] = files.Count;
            files.Add(new(month, end));
            month = end + 1;
        }
        Files = files;
        Years = Enumerable.Range(First / 12, Last / 12 - First / 12 + 1).ToArray();
    }

    public int First { get; }
    public int Last { get; }
    public int Months => Last - First + 1;
    public IReadOnlyList<FilePeriod> Files { get; }
    public IReadOnlyList<int> Years { get; }
    public int FirstDay => DayNumber(First, 1);
    public int LastDay => DayNumber(Last, DaysIn(Last));

    /// <summary>The file of a month; months before the start are in the first file.</summary>
    public int FileOf(int month) => _fileOfMonth[Math.Max(month, First) - First];

    public bool HasWholeYear(int year) => year * 12 >= First && year * 12 + 11 <= Last;

    public static int Parse(string text) =>
        text.Length == 7 && DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? MonthOf(day)
            : throw new ArgumentException($"Start is '{text}', expected year and month as in 2023-01.");

    public static int MonthOf(DateOnly day) => day.Year * 12 + day.Month - 1;

    public static int MonthOf(int dayNumber) => MonthOf(DateOnly.FromDayNumber(dayNumber));

    /// <summary>The month in which the ministry's tables count a day: it ends on the 20th.</summary>
    public static int ReportMonthOf(int dayNumber) => MonthOf(dayNumber) + (DateOnly.FromDayNumber(dayNumber).Day > 20 ? 1 : 0);

    public static int DayNumber(int month, int day) => new DateOnly(month / 12, month % 12 + 1, day).DayNumber;

    /// <summary>The same day some months later, or the last day of a month that has no such day.</summary>
    public static int MonthsLater(int dayNumber, int months) => DateOnly.FromDayNumber(dayNumber).AddMonths(months).DayNumber;

    public static int DaysIn(int month) => DateTime.DaysInMonth(month / 12, month % 12 + 1);
}

/// <summary>The months of one file.</summary>
readonly record struct FilePeriod(int First, int Last)
{
    /// <summary>As file names write it: 2023, 2023Q1, or 202302 for a month.</summary>
    public string Name => (Last - First) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{First / 12:0000}{First % 12 + 1:00}"),
        2 => string.Create(CultureInfo.InvariantCulture, $"{First / 12:0000}Q{First % 12 / 3 + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{First / 12:0000}"),
    };

    public int LastDay => Timeline.DayNumber(Last, Timeline.DaysIn(Last));
}
