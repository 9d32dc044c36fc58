using System.Globalization;
using System.Numerics;
using DemoCityAnalytics.Api.Endpoints;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>How a column's cells are typed.</summary>
enum CellKind { Text, Whole, Exact, Instant }

/// <summary>One column of the table formats (CSV, Arrow, Parquet, workbook).</summary>
/// <param name="Cell">A string, a <see cref="BigInteger"/>, a decimal or a UTC instant, as the kind says; null for an empty cell.</param>
sealed record TableColumn(string Name, CellKind Kind, Func<ObservationView, object?> Cell);

/// <summary>The table formats' columns, in their order. Codes are text: 0 is the nation, and a code is no number to add up.</summary>
static class TableColumns
{
    public static IReadOnlyList<TableColumn> Of(ObservationSet set)
    {
        var names = new Names(set.Release, set.Language);
        var columns = new List<TableColumn>();
        void Add(string name, CellKind kind, Func<ObservationView, object?> cell) => columns.Add(new TableColumn(name, kind, cell));
        void Code(string name, Func<ObservationView, string> code, Func<ObservationView, string> label)
        {
            Add(name, CellKind.Text, set.Labels == LabelChoice.Name ? x => label(x) is { Length: > 0 } text ? text : code(x) : code);
            if (set.Labels == LabelChoice.Both) Add(name + "_name", CellKind.Text, label);
        }
        Add("figure_id", CellKind.Text, x => x.FigureId);
        Code("indicator", x => x.Indicator, x => names.Indicator(x.Indicator));
        Add("indicator_version", CellKind.Whole, x => (BigInteger)x.IndicatorVersion);
        Code("variant", x => x.Variant, x => x.Variant.Length == 0 ? "" : names.Variant(x.Indicator, x.Variant));
        Add("area_code", CellKind.Text, x => x.AreaCode.ToString(CultureInfo.InvariantCulture));
        Add("area_name", CellKind.Text, x => names.Area(x.AreaCode));
        Code("period", x => x.Period, x => names.Period(x.Period));
        Code("frequency", x => QueryReader.Snake(x.Frequency.ToString()), x => names.Frequency(x.Frequency));
        Code("breakdown", x => x.Breakdown, x => names.Breakdown(x.Breakdown));
        Code("member", x => x.Member, x => names.Member(x.Indicator, x.Breakdown, x.Member));
        Add("value", CellKind.Exact, x => x.Value);
        Add("low", CellKind.Exact, x => x.Low);
        Add("high", CellKind.Exact, x => x.High);
        Add("unit", CellKind.Text, x => x.Unit);
        Add("decimals", CellKind.Whole, x => (BigInteger)x.Decimals);
        Add("numerator", CellKind.Whole, x => x.Numerator);
        Add("denominator", CellKind.Whole, x => x.Denominator);
        Code("status", x => QueryReader.Snake(x.Status.ToString()), x => names.Status(x.Status));
        Add("note", CellKind.Text, x => x.Note);
        Add("known_from", CellKind.Instant, x => x.KnownFrom);
        Add("release", CellKind.Text, x => x.Release);
        Add("synthetic", CellKind.Text, _ => set.Mark);
        return columns;
    }

    public static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime instant => Instant(instant),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)cell,
    };

    public static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Text that a spreadsheet would take for a formula is led by an apostrophe; numbers keep their minus.</summary>
    public static string Harmless(string text) =>
        text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) && !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text;

    /// <summary>A cell as RFC 4180 has it.</summary>
    public static string Csv(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
