using System.Globalization;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Formats;

enum DateForm { Dashes, Slashes, Digits, Chinese }

enum CodeForm { Code, Label, Spoken }

/// <summary>How one kind of city system writes values: dates, yes and no, codes or words, and its oddities.</summary>
sealed record Dialect(DateForm Dates, DateForm RareDates, string Yes, string No, CodeForm Codes, string EmptyToken, bool OddNumbers)
{
    // One row in so many has the rare form of a date, an odd number, the token for nothing.
    const ulong RareDateEvery = 8, OddNumberEvery = 40, TokenEvery = 6;

    public static Dialect Of(CitySystem system) => system switch
    {
        CitySystem.LegacyCsv => new(DateForm.Slashes, DateForm.Dashes, "1", "0", CodeForm.Code, "-", OddNumbers: true),
        CitySystem.StandardCsv => new(DateForm.Dashes, DateForm.Chinese, "是", "否", CodeForm.Label, "—", OddNumbers: true),
        CitySystem.Workbook => new(DateForm.Chinese, DateForm.Dashes, "是", "否", CodeForm.Spoken, "/", OddNumbers: true),
        CitySystem.OldWorkbook => new(DateForm.Digits, DateForm.Slashes, "Y", "N", CodeForm.Code, "", OddNumbers: false),
        _ => new(DateForm.Dashes, DateForm.Digits, "Y", "N", CodeForm.Code, "", OddNumbers: false),
    };

    public static bool HasRareDate(ulong salt) => salt % RareDateEvery == 3;

    public bool HasOddNumber(Column column, ulong salt) => OddNumbers && column.Unit.Length > 0 && salt % OddNumberEvery == 7;

    /// <summary>The text of a cell; short values are written into the buffer.</summary>
    public ReadOnlySpan<char> Write(Column column, in Cell cell, ulong salt, Span<char> buffer)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty: return column.Type is ColumnType.Text or ColumnType.Code && salt % TokenEvery == 1 ? EmptyToken : "";
            case CellKind.Integer: return WriteNumber(column, cell.Number, decimals: 0, salt, buffer);
            case CellKind.Hundredths: return WriteNumber(column, cell.Number, decimals: 2, salt, buffer);
            case CellKind.Date: return WriteDate(DateOnly.FromDayNumber((int)cell.Number), HasRareDate(salt) ? RareDates : Dates, buffer);
            case CellKind.Moment: return WriteMoment(cell.Number, buffer);
            case CellKind.Month: return WriteMonth((int)cell.Number, buffer);
            case CellKind.YesNo: return cell.Number == 1 ? Yes : No;
            case CellKind.Code: return Word(column, cell.Text!);
            default: return cell.Text;
        }
    }

    public string Word(Column column, string code) => Codes switch
    {
        CodeForm.Label when CodeLabels.Has(column.List, code) => CodeLabels.Label(column.List, code),
        CodeForm.Spoken when CodeLabels.Has(column.List, code) => CodeLabels.Spoken(column.List, code),
        _ => code,
    };

    ReadOnlySpan<char> WriteNumber(Column column, long number, int decimals, ulong salt, Span<char> buffer)
    {
        var odd = HasOddNumber(column, salt);
        int length;
        if (odd && decimals == 2) (number / 100m).TryFormat(buffer, out length, "#,0.00", CultureInfo.InvariantCulture);
        else if (odd) number.TryFormat(buffer, out length, "#,0", CultureInfo.InvariantCulture);
        else if (decimals == 0) number.TryFormat(buffer, out length, default, CultureInfo.InvariantCulture);
        else length = Digits.WriteHundredths(number, buffer);
        // Small numbers show the other oddity: digits typed in full width.
        if (odd && decimals == 0 && number is >= 0 and < 1000)
            for (var i = 0; i < length; i++) buffer[i] = (char)(buffer[i] - '0' + '０');
        return buffer[..length];
    }

    static ReadOnlySpan<char> WriteDate(DateOnly day, DateForm form, Span<char> buffer)
    {
        var (year, month, dayOfMonth) = day;
        var at = Digits.Write(year, 4, buffer);
        var (first, second, end) = form switch { DateForm.Dashes => ("-", "-", ""), DateForm.Slashes => ("/", "/", ""), DateForm.Digits => ("", "", ""), _ => ("年", "月", "日") };
        var width = form is DateForm.Dashes or DateForm.Digits ? 2 : 1;
        at += Digits.Copy(first, buffer[at..]);
        at += Digits.Write(month, width, buffer[at..]);
        at += Digits.Copy(second, buffer[at..]);
        at += Digits.Write(dayOfMonth, width, buffer[at..]);
        at += Digits.Copy(end, buffer[at..]);
        return buffer[..at];
    }

    ReadOnlySpan<char> WriteMoment(long seconds, Span<char> buffer)
    {
        var (day, second) = Math.DivRem(seconds, 86_400);
        var slashes = Dates == DateForm.Slashes;
        var at = WriteDate(DateOnly.FromDayNumber((int)day), slashes ? DateForm.Slashes : DateForm.Dashes, buffer).Length;
        buffer[at++] = ' ';
        at += Digits.Write((int)second / 3600, slashes ? 1 : 2, buffer[at..]);
        buffer[at++] = ':';
        at += Digits.Write((int)second / 60 % 60, 2, buffer[at..]);
        buffer[at++] = ':';
        at += Digits.Write((int)second % 60, 2, buffer[at..]);
        return buffer[..at];
    }

    ReadOnlySpan<char> WriteMonth(int month, Span<char> buffer)
    {
        var day = new DateOnly(month / 12, month % 12 + 1, 1);
        day.TryFormat(buffer, out var length, Dates switch { DateForm.Chinese => "yyyy年M月", DateForm.Digits => "yyyyMM", _ => "yyyy-MM" }, CultureInfo.InvariantCulture);
        return buffer[..length];
    }
}
