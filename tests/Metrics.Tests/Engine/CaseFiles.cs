using System.Globalization;
using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Tests.Engine;

/// <summary>The case folders: <c>Cases/&lt;indicator&gt;/&lt;sentence&gt;/</c> and <c>Cases/marts/&lt;mart&gt;/&lt;sentence&gt;/</c>.</summary>
static class CaseFiles
{
    static readonly string[] MonthEndings = ["_month", "_from", "_to"];

    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Cases");

    public static IEnumerable<string> Of(string subject) =>
        Directory.Exists(Path.Combine(Root, subject)) ? Directory.GetDirectories(Path.Combine(Root, subject)).Order(StringComparer.Ordinal) : [];

    /// <summary>Rows of a comma-separated file by column; empty cells are null, lines that begin with # are remarks.</summary>
    public static List<Dictionary<string, string?>> Rows(string path)
    {
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split(',')).ToList();
        return lines.Skip(1).Select(cells => cells.Length == lines[0].Length
            ? lines[0].Zip(cells).ToDictionary(x => x.First.Trim(), x => x.Second.Trim() is { Length: > 0 } text ? text : null)
            : throw new InvalidDataException($"{path}: '{string.Join(',', cells)}' has {cells.Length} cells, expected {lines[0].Length}.")).ToList();
    }

    /// <summary>The file as the table of rows that a trial takes, without its remarks.</summary>
    public static CsvTable Table(string path) =>
        CsvTable.Parse(string.Join('\n', File.ReadAllLines(path).Where(line => line.Length > 0 && !line.StartsWith('#'))), Path.GetFileName(path));

    /// <summary>A cell as the database takes it; months written 2024-05 become month indexes in month columns.</summary>
    public static object? Value(string column, string? cell) =>
        cell is null ? null
        : (column == "month" || MonthEndings.Any(ending => column.EndsWith(ending, StringComparison.Ordinal))) && Month.TryParse(cell, out var month) ? month.Index
        : DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : cell;
}
