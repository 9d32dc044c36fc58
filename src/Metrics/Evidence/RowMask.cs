using System.Globalization;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Evidence;

/// <summary>What of a source row may be shown. Persons and business keys are recognisable to who holds the file, and to nobody else.</summary>
static class RowMask
{
    const int Shown = 4;

    static readonly HashSet<string> Standing = new(StringComparer.Ordinal)
    {
        "load_id", "line", "origin", "city_code", "row_month", "superseded_by", "key_cells", "key_cells_filled", "person_ids_checked", "person_ids_valid",
        "credit_codes_checked", "credit_codes_valid",
    };

    public static bool IsShown(string column) => !Standing.Contains(column);

    public static string? Cell(string column, object? value) => value switch
    {
        null or DBNull => null,
        long key when column == "person_key" => "…" + key.ToString("x16", CultureInfo.InvariantCulture)[^Shown..],
        DateOnly birth when column == "birth_date" => birth.Year.ToString("0000", CultureInfo.InvariantCulture) + "-**-**",
        string text when IsKey(column) => Tail(text),
        int month when column == "month" || column.EndsWith("_month", StringComparison.Ordinal) => new Month(month).ToString(),
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // A business key is made of these columns, so that masking it alone would show it beside itself.
    static bool IsKey(string column) => column is "business_key" or "credit_code" or "case_no"
        || column.EndsWith("_id", StringComparison.Ordinal) || column.EndsWith("_no", StringComparison.Ordinal);

    static string Tail(string text) => text.Length > Shown ? "…" + text[^Shown..] : new string('*', text.Length);
}
