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
        if (decimals == 0) number.TryFormat(buffer, out length, odd ? "#,0" : "0", CultureInfo.InvariantCulture);
        else (number / 100m).TryFormat(buffer, out length, odd ? "#,0.00" : "0.00", CultureInfo.InvariantCulture);
        // Small numbers show the other oddity: digits typed in full width.
        if (odd && decimals == 0 && number is >= 0 and < 1000)
            for (var i = 0; i < length; i++) buffer[i] = (char)(buffer[i] - '0' + '０');
        return buffer[..length];
    }

    static ReadOnlySpan<char> WriteDate(DateOnly day, DateForm form, Span<char> buffer)
    {
        var pattern = form switch
        {
            DateForm.Dashes => "yyyy-MM-dd",
            DateForm.Slashes => "yyyy/M/d",
            DateForm.Digits => "yyyyMMdd",
            _ => "yyyy年M月d日",
        };
        day.TryFormat(buffer, out var length, pattern, CultureInfo.InvariantCulture);
        return buffer[..length];
    }

    ReadOnlySpan<char> WriteMoment(long seconds, Span<char> buffer)
    {
        var moment = new DateTime(seconds * TimeSpan.TicksPerSecond);
        moment.TryFormat(buffer, out var length, Dates == DateForm.Slashes ? "yyyy/M/d H:mm:ss" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return buffer[..length];
    }

    ReadOnlySpan<char> WriteMonth(int month, Span<char> buffer)
    {
        var day = new DateOnly(month / 12, month % 12 + 1, 1);
        day.TryFormat(buffer, out var length, Dates switch { DateForm.Chinese => "yyyy年M月", DateForm.Digits => "yyyyMM", _ => "yyyy-MM" }, CultureInfo.InvariantCulture);
        return buffer[..length];
    }
}
