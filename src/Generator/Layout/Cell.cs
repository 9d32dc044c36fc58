namespace DemoCityAnalytics.Generator.Layout;

/// <summary>What a cell holds before a city system writes it in its own way.</summary>
enum CellKind : byte { Empty, Text, Integer, Hundredths, Date, Moment, Month, YesNo, Code, Spoilt }

/// <summary>One cell: a number (day number, seconds, hundredths, month index) or a text.</summary>
readonly record struct Cell(CellKind Kind, long Number, string? Text)
{
    public static Cell Empty => default;

    public static Cell Of(string text) => text.Length == 0 ? default : new(CellKind.Text, 0, text);
    public static Cell Of(long number) => new(CellKind.Integer, number, null);
    public static Cell Hundredths(long number) => new(CellKind.Hundredths, number, null);
    public static Cell Day(int dayNumber) => dayNumber == 0 ? default : new(CellKind.Date, dayNumber, null);
    public static Cell Moment(long seconds) => seconds == 0 ? default : new(CellKind.Moment, seconds, null);
    public static Cell Month(int index) => new(CellKind.Month, index, null);
    public static Cell YesNo(bool yes) => new(CellKind.YesNo, yes ? 1 : 0, null);
    public static Cell Code(string code) => code.Length == 0 ? default : new(CellKind.Code, 0, code);

    /// <summary>A faulty text, written as it stands by every system.</summary>
    public static Cell Spoilt(string text) => new(CellKind.Spoilt, 0, text);
}
