using System.Globalization;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Api.Language;

/// <summary>A figure as it is shown, and the exact number behind it.</summary>
public sealed record ShownFigure(string Text, string Exact)
{
    public override string ToString() => Text;
}

/// <summary>Writes numbers and periods as Chinese official papers do, or in English.</summary>
public static class FigureText
{
    public const string None = "—";
    const decimal TenThousand = 10_000m;

    /// <summary>21.36万人 with 213,604人 behind it; 3.12%; 1.08.</summary>
    public static ShownFigure Of(decimal? value, string unit, int decimals, RequestLanguage language)
    {
        if (value is not { } number) return new ShownFigure(None, None);
        var exact = Number(number, decimals) + UnitAfter(unit, language);
        var text = !language.IsEnglish && decimals == 0 && Math.Abs(number) >= TenThousand && unit != "%"
            ? Number(HalfUp.Round(number / TenThousand, 2), 2) + "万" + UnitAfter(unit, language)
            : exact;
        return new ShownFigure(text, exact);
    }

    /// <summary>A change of level; between two rates it is 个百分点, never %.</summary>
    public static string Difference(decimal change, string unit, int decimals, RequestLanguage language)
    {
        var sign = change > 0 ? "+" : change < 0 ? "−" : "";
        var size = Math.Abs(change);
        return unit == "%"
            ? sign + Number(size, decimals) + language.Of("个百分点", " pp")
            : sign + Of(size, unit, decimals, language).Text;
    }

    public static string Number(decimal value, int decimals) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), PrintedNumber.Format);

    public static string Number(long value) => value.ToString("N0", PrintedNumber.Format);

    /// <summary>2024年第二季度, 2024年1—9月, 2024年6月, 2024年.</summary>
    public static string Of(Period period, RequestLanguage language) => language.IsEnglish ? English(period) : Chinese(period);

    /// <summary>A period as it is kept (2024-06); words that are no period stay as they are.</summary>
    public static string OfPeriod(string kept, RequestLanguage language) => Period.TryParse(kept, out var period) ? Of(period, language) : kept;

    public static string Span(string from, string to, RequestLanguage language) =>
        from == to ? OfPeriod(from, language) : OfPeriod(from, language) + language.Of("至", " to ") + OfPeriod(to, language);

    public static string Of(DateOnly day, RequestLanguage language) => language.Of(
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日"), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>UTC as Beijing time to the minute, as the offices read it.</summary>
    public static string Of(DateTime utc, RequestLanguage language) => utc.AddHours(8).ToString(
        language.IsEnglish ? "yyyy-MM-dd HH:mm 'UTC+8'" : "yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    public static string Unit(string unit, RequestLanguage language) => language.IsEnglish ? UnitName.InEnglish(unit) : unit;

    /// <summary>The unit of numbers that do not carry theirs: English ones carry only %.</summary>
    public static string UnitAside(string unit, RequestLanguage language) =>
        language.IsEnglish && unit != "%" && UnitName.AfterInEnglish(unit).Length > 0 ? ", " + UnitName.InEnglish(unit) : "";

    static string UnitAfter(string unit, RequestLanguage language) => unit switch
    {
        "%" => "%",
        "倍" or "ratio" or "0-1" or "是/否" or "" => "",
        _ when language.IsEnglish => "",
        _ => unit,
    };

    static string Chinese(Period period)
    {
        var last = period.Last;
        return period.Frequency switch
        {
            Frequency.Month => Text($"{last.Year}年{last.MonthOfYear}月"),
            Frequency.Quarter => Text($"{last.Year}年第{"一二三四"[last.MonthOfYear / 3 - 1]}季度"),
            Frequency.HalfYear => Text($"{last.Year}年{(last.MonthOfYear == 6 ? "上" : "下")}半年"),
            Frequency.Year => Text($"{last.Year}年"),
            Frequency.Rolling12 => Text($"截至{last.Year}年{last.MonthOfYear}月的12个月"),
            Frequency.ReportMonth => Text($"{last.Year}年{last.MonthOfYear}月（截至20日）"),
            _ => last.MonthOfYear == 1 ? Text($"{last.Year}年1月") : Text($"{last.Year}年1—{last.MonthOfYear}月"),
        };
    }

    static string English(Period period)
    {
        var last = period.Last;
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(last.MonthOfYear);
        return period.Frequency switch
        {
            Frequency.Month => Text($"{month} {last.Year}"),
            Frequency.Quarter => Text($"{last.Year} Q{last.MonthOfYear / 3}"),
            Frequency.HalfYear => Text($"{last.Year} H{last.MonthOfYear / 6}"),
            Frequency.Year => Text($"{last.Year}"),
            Frequency.Rolling12 => Text($"12 months to {month} {last.Year}"),
            Frequency.ReportMonth => Text($"{month} {last.Year} (to the 20th)"),
            _ => last.MonthOfYear == 1 ? Text($"Jan {last.Year}") : Text($"Jan–{month} {last.Year}"),
        };
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
