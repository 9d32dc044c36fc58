using System.Globalization;

namespace DemoCityAnalytics.Warehouse.Calendar;

/// <summary>
/// A calendar month, held as one integer (year × 12 + month − 1) so that months are added, compared and grouped as integers,
/// in C# and in SQL alike.
/// </summary>
public readonly record struct Month(int Index) : IComparable<Month>
{
    public Month(int year, int month) : this(year * 12 + month - 1)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(month is >= 1 and <= 12, true, nameof(month));
    }

    public int Year => Index / 12;

    public int MonthOfYear => Index % 12 + 1;

    public DateOnly FirstDay => new(Year, MonthOfYear, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads <c>2024-06</c>; throws <see cref="FormatException"/> on anything else.</summary>
    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month; expected year and month as in 2024-06.");

    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year < 1900 || number is < 1 or > 12)
            return false;
        month = new Month(year, number);
        return true;
    }

    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{MonthOfYear:00}");

    public static Month operator +(Month month, int months) => new(month.Index + months);
    public static Month operator -(Month month, int months) => new(month.Index - months);
    public static int operator -(Month left, Month right) => left.Index - right.Index;
    public static bool operator <(Month left, Month right) => left.Index < right.Index;
    public static bool operator >(Month left, Month right) => left.Index > right.Index;
    public static bool operator <=(Month left, Month right) => left.Index <= right.Index;
    public static bool operator >=(Month left, Month right) => left.Index >= right.Index;
}
