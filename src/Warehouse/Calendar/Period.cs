using System.Globalization;

namespace DemoCityAnalytics.Warehouse.Calendar;

/// <summary>
/// How long a period is. <see cref="YearToDate"/> runs from January to a month (累计), <see cref="Rolling12"/> are the twelve months up to one, and
/// <see cref="ReportMonth"/> is the month of the ministry's own tables: from the 21st of the month before to the 20th.
/// </summary>
public enum Frequency { Month, Quarter, HalfYear, Year, YearToDate, Rolling12, ReportMonth }

/// <summary>
/// A statistical period (统计期), by the first and the last month that it reaches into. Written 2024-06, 2024-Q2, 2024-S1, 2024, 2024-06-ytd,
/// 2024-06-r12 (July 2023 to June 2024) or 2024-06-rm (21 May to 20 June).
/// </summary>
public readonly record struct Period(Frequency Frequency, Month First, Month Last) : IComparable<Period>
{
    const int ReportMonthsFirstDay = 21;

    static readonly (Frequency Frequency, string Suffix)[] EndingInAnyMonth =
        [(Frequency.Month, ""), (Frequency.YearToDate, "-ytd"), (Frequency.Rolling12, "-r12"), (Frequency.ReportMonth, "-rm")];

    public DateOnly Start => Frequency == Frequency.ReportMonth ? First.FirstDay.AddDays(ReportMonthsFirstDay - 1) : First.FirstDay;

    public DateOnly End => Frequency == Frequency.ReportMonth ? Last.FirstDay.AddDays(ReportMonthsFirstDay - 2) : Last.LastDay;

    /// <summary>How many months long it is.</summary>
    public int Months => Last - CountedFrom + 1;

    /// <summary>The first month under which its records are counted: those of a report month all stand under the month that it is named after.</summary>
    public Month CountedFrom => Frequency == Frequency.ReportMonth ? Last : First;

    /// <summary>The month in which the period before this one ends; where one ends every month, the month before.</summary>
    public Month LastOfPrevious => Array.Exists(EndingInAnyMonth, Is(Frequency)) ? Last - 1 : First - 1;

    /// <summary>The period of this frequency that ends in this month, or none when no such period ends there.</summary>
    public static Period? EndingIn(Month month, Frequency frequency) => frequency switch
    {
        Frequency.Month => new(frequency, month, month),
        Frequency.Quarter when month.MonthOfYear % 3 == 0 => new(frequency, month - 2, month),
        Frequency.HalfYear when month.MonthOfYear % 6 == 0 => new(frequency, month - 5, month),
        Frequency.Year when month.MonthOfYear == 12 => new(frequency, month - 11, month),
        Frequency.YearToDate => new(frequency, new Month(month.Year, 1), month),
        Frequency.Rolling12 => new(frequency, month - 11, month),
        Frequency.ReportMonth => new(frequency, month - 1, month),
        _ => null,
    };

    /// <summary>Reads what <see cref="ToString"/> writes; throws <see cref="FormatException"/> on anything else.</summary>
    public static Period Parse(string text) => TryParse(text, out var period)
        ? period
        : throw new FormatException($"'{text}' is not a period; expected 2024-06, 2024-Q2, 2024-S1, 2024, 2024-06-ytd, 2024-06-r12 or 2024-06-rm.");

    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null) return false;
        foreach (var (frequency, suffix) in EndingInAnyMonth)
            if (text.EndsWith(suffix, StringComparison.Ordinal) && Month.TryParse(text[..^suffix.Length], out var last)) return Found(EndingIn(last, frequency), out period);
        if (text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1900)
            return false;
        return text.Length switch
        {
            4 => Found(EndingIn(new Month(year, 12), Frequency.Year), out period),
            7 when text[4..6] == "-Q" && text[6] is >= '1' and <= '4' => Found(EndingIn(new Month(year, (text[6] - '0') * 3), Frequency.Quarter), out period),
            7 when text[4..6] == "-S" && text[6] is '1' or '2' => Found(EndingIn(new Month(year, (text[6] - '0') * 6), Frequency.HalfYear), out period),
            _ => false,
        };
    }

    static bool Found(Period? found, out Period period)
    {
        period = found ?? default;
        return found is not null;
    }

    /// <summary>The same period one year earlier.</summary>
    public Period YearBefore() => this with { First = First - 12, Last = Last - 12 };

    public int CompareTo(Period other) =>
        Frequency != other.Frequency ? Frequency.CompareTo(other.Frequency) : Last.CompareTo(other.Last);

    public override string ToString() => Frequency switch
    {
        Frequency.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Last.Year:0000}-Q{Last.MonthOfYear / 3}"),
        Frequency.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Last.Year:0000}-S{Last.MonthOfYear / 6}"),
        Frequency.Year => string.Create(CultureInfo.InvariantCulture, $"{Last.Year:0000}"),
        _ => Last + Array.Find(EndingInAnyMonth, Is(Frequency)).Suffix,
    };

    static Predicate<(Frequency Frequency, string Suffix)> Is(Frequency frequency) => kind => kind.Frequency == frequency;
}
