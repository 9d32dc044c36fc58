using System.Globalization;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Ingest.Tests;

/// <summary>
/// One folder per oddity; its name is the sentence it proves. The files <c>given.1.source.ending</c>, <c>given.2.…</c> are loaded in
/// that order; the files <c>expected.*.csv</c> say what the warehouse must then hold. No file of rejections means that there are none.
/// </summary>
public sealed class CaseTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cases");

    public static TheoryData<string> Cases() => [.. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case(string sentence)
    {
        var folder = Path.Combine(Folder, sentence);
        using var warehouse = new TemporaryWarehouse();
        var reports = new List<LoadReport>();
        foreach (var path in Directory.EnumerateFiles(folder, "given.*").Order(StringComparer.Ordinal))
        {
            // given.1.job_postings.csv, or given.1.job_postings.name_130100_202401.csv where the name matters
            var parts = Path.GetFileName(path).Split('.', 4);
            reports.Add(await warehouse.Load(parts[2], parts[3].Contains('.') ? parts[3] : $"{parts[2]}.{parts[3]}", await File.ReadAllBytesAsync(path)));
        }
        Assert.NotEmpty(reports);
        Assert.All(reports, report => Assert.Equal(report.RowsRead, report.RowsAccepted + report.RowsRejected));
        Assert.Equal(
            Expected(folder, "loads") ?? ["outcome"],
            reports.Select(report => string.Join(',', Columns(folder, "loads").Select(column => Of(report, column)))).Prepend(string.Join(',', Columns(folder, "loads"))));
        Assert.Equal(
            Expected(folder, "rejections") ?? ["load,line,column,rule,severity,found"],
            warehouse.Rows(
                """
                SELECT dense_rank() OVER (ORDER BY load_id), line, column_name, rule, severity, found
                FROM ops.rejection ORDER BY load_id, line, column_name
                """).Select(row => row.Replace('|', ',')).Prepend("load,line,column,rule,severity,found"));
        foreach (var path in Directory.EnumerateFiles(folder, "expected.*.csv").Order(StringComparer.Ordinal))
        {
            var table = Path.GetFileName(path).Split('.')[1];
            if (table is "loads" or "rejections") continue;
            var name = table is "coverage" or "touched" or "load" ? $"ops.{table}" : $"stg.{table}";
            var columns = string.Join(", ", Columns(folder, table));
            var order = table == "touched" ? "source, city_code" : table == "coverage" ? "load_id, city_code" : table == "load" ? "load_id" : "load_id, line";
            Assert.Equal(
                Expected(folder, table),
                warehouse.Rows($"SELECT {columns} FROM {name} ORDER BY {order}").Select(row => row.Replace('|', ',')).Prepend(columns.Replace(", ", ",", StringComparison.Ordinal)));
        }
    }

    static string[] Columns(string folder, string table) => Expected(folder, table)![0].Split(',');

    static string[]? Expected(string folder, string table)
    {
        var path = Path.Combine(folder, $"expected.{table}.csv");
        return File.Exists(path) ? File.ReadAllLines(path) : null;
    }

    static string Of(LoadReport report, string column) => column switch
    {
        "outcome" => report.Outcome.ToString(),
        "read" => Text(report.RowsRead),
        "accepted" => Text(report.RowsAccepted),
        "rejected" => Text(report.RowsRejected),
        "superseded" => Text(report.RowsSuperseded),
        "header" => Text(report.HeaderRecords),
        "blank" => Text(report.BlankRecords),
        "notes" => Text(report.NoteRecords),
        "encoding" => report.Encoding,
        "format" => report.Format.Replace(", ", "+", StringComparison.Ordinal),
        "sheets" => string.Join(' ', report.SheetsNotRead),
        "version" => report.HeaderVersion,
        "unknown" => string.Join(' ', report.UnknownColumns),
        "issues" => string.Join(' ', report.Issues.Select(issue => $"{issue.Rule}:{issue.Column}")),
        _ => throw new ArgumentException($"expected.loads.csv has the unknown column {column}."),
    };

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
