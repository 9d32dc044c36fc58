using System.Globalization;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>Reads series from tables: months as given, days summed up to weeks.</summary>
public static class SeriesTable
{
    /// <summary>Monthly series of a table with the columns series, period (2024-06) and value; a month that is left out is a missing value.</summary>
    /// <exception cref="FormatException">A period or a value cannot be read, or a month stands twice.</exception>
    public static IReadOnlyList<TimeSeries> Monthly(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (name, period, value) = (table.Column("series"), table.Column("period"), table.Column("value"));
        return [.. table.Rows.GroupBy(row => row[name], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(group =>
        {
            var values = new SortedDictionary<Month, double?>();
            foreach (var row in group)
                if (!values.TryAdd(Month.Parse(row[period]), Number(row[value])))
                    throw new FormatException($"Series {group.Key} has {row[period]} twice; each month may stand once.");
            var months = Enumerable.Range(0, values.Keys.Last() - values.Keys.First() + 1).Select(i => values.Keys.First() + i).ToList();
            return new TimeSeries(group.Key, 12, [.. months.Select(month => month.ToString())], [.. months.Select(month => values.GetValueOrDefault(month))]);
        })];
    }

    /// <summary>Weekly means of a daily table, one series per value column and kind; weeks end on Sunday, an unfinished week is left out.</summary>
    public static IReadOnlyList<TimeSeries> WeeklyFromDaily(CsvTable table, string day, string kind, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (dayAt, kindAt) = (table.Column(day), table.Column(kind));
        return [.. values.SelectMany(column => table.Rows.GroupBy(row => row[kindAt], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(group => Weekly($"{group.Key} {column}", group.Select(row =>
                (DateOnly.ParseExact(row[dayAt], "yyyy-MM-dd", CultureInfo.InvariantCulture), Number(row[table.Column(column)]))))))];
    }

    static TimeSeries Weekly(string name, IEnumerable<(DateOnly Day, double? Value)> days)
    {
        var weeks = days.GroupBy(x => x.Day.AddDays((7 - (int)x.Day.DayOfWeek) % 7)).Where(week => week.Count() == 7).OrderBy(week => week.Key).ToList();
        return new TimeSeries(name, 52,
            [.. weeks.Select(week => week.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            [.. weeks.Select(week => week.Any(x => x.Value is null) ? (double?)null : week.Sum(x => x.Value!.Value) / 7)]);
    }

    static double? Number(string text) => string.IsNullOrWhiteSpace(text) ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"'{text}' is not a number.");
}
