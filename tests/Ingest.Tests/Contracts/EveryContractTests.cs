using System.Globalization;
using System.Text;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Ingest.Tests.Contracts;

/// <summary>
/// Every contract does what it says: files written from the contract alone, under each of its standing heads, as text and as a workbook, load with
/// the values they hold, and each rule rejects (or warns of) exactly the row that breaks it.
/// </summary>
public sealed class EveryContractTests(EveryContractTests.SharedWarehouse shared) : IClassFixture<EveryContractTests.SharedWarehouse>
{
    public sealed class SharedWarehouse : IDisposable
    {
        internal TemporaryWarehouse Warehouse { get; } = new();

        public void Dispose() => Warehouse.Dispose();
    }

    int files;

    static readonly string PersonKey = IdentityKey.Of([.. Enumerable.Range(1, 32).Select(value => (byte)value)])
        .Pseudonym(Encoding.ASCII.GetBytes(ContractRows.Person)).ToString(CultureInfo.InvariantCulture);

    public static TheoryData<string> Sources() => [.. TemporaryWarehouse.Contracts.All.Select(contract => contract.Source).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Rows_are_taken_with_their_values_and_each_rule_finds_its_row(string source)
    {
        var contract = TemporaryWarehouse.Contracts.Get(source);
        var rows = new ContractRows(contract) { PersonKey = PersonKey };
        foreach (var (version, isWorkbook) in new[] { ("zh", false), ("hrss", false), ("canonical", false), ("zh", true), ("hrss", true), ("canonical", true) })
        {
            if (contract.FailsAbove == 0) await NothingWrongIsTaken(contract, rows, version, isWorkbook);
            else await WrongRowsAreFound(contract, rows, version, isWorkbook);
        }
    }

    async Task WrongRowsAreFound(Contract contract, ContractRows rows, string version, bool isWorkbook)
    {
        var wrong = rows.Wrong().ToList();
        if (!isWorkbook) wrong.Add(new ContractRow([.. rows.Good(899).SkipLast(1)], "columns", "", true));
        // As many good rows as keep the file below the share of rejections that refuses it.
        var good = (int)Math.Ceiling(wrong.Count(row => row.Rejects) / contract.FailsAbove);
        var written = Enumerable.Range(0, good).Select(number => new ContractRow(rows.Good(number))).Concat(wrong).ToList();

        var report = await Load(contract, version, isWorkbook, written);

        Assert.Empty(report.Issues.Select(issue => issue.En));
        Assert.Equal((LoadOutcome.Loaded, version, 0), (report.Outcome, report.HeaderVersion, report.UnknownColumns.Count));
        Assert.Equal(report.RowsRead, report.RowsAccepted + report.RowsRejected);
        Assert.Equal((written.Count, written.Count(row => row.Rejects)), (report.RowsRead, report.RowsRejected));
        Assert.Equal(
            written.Select((row, index) => (row, Line: index + 2)).Where(x => x.row.Rule.Length > 0).Select(x => $"{x.Line}|{x.row.Column}|{x.row.Rule}|{(x.row.Rejects ? "rejection" : "warning")}"),
            shared.Warehouse.Rows($"SELECT line, column_name, rule, severity FROM ops.rejection WHERE load_id = {report.LoadId} ORDER BY line, rule"));
        AssertStored(contract, rows, report);
    }

    async Task NothingWrongIsTaken(Contract contract, ContractRows rows, string version, bool isWorkbook)
    {
        AssertStored(contract, rows, await Load(contract, version, isWorkbook, [new ContractRow(rows.Good(0))]));
        foreach (var wrong in rows.Wrong())
        {
            var refused = await Load(contract, version, isWorkbook, [new ContractRow(rows.Good(0)), wrong]);
            Assert.Equal(LoadOutcome.Failed, refused.Outcome);
            Assert.Contains(refused.Issues, issue => (issue.Line, issue.Column, issue.Rule) == (3, wrong.Column, wrong.Rule));
        }
    }

    void AssertStored(Contract contract, ContractRows rows, LoadReport report)
    {
        Assert.Equal((LoadOutcome.Loaded, true), (report.Outcome, report.RowsAccepted > 0));
        var stored = rows.Stored(0).Append(("superseded_by IS NULL OR superseded_by >= load_id", "1")).ToList();
        Assert.Equal(
            [string.Join('|', stored.Select(value => value.Item2))],
            shared.Warehouse.Rows($"SELECT {string.Join(", ", stored.Select(value => value.Item1))} FROM stg.{contract.Source} WHERE load_id = {report.LoadId} AND line = 2"));
        // The person's number itself is nowhere.
        Assert.DoesNotContain(shared.Warehouse.Rows($"SELECT * FROM stg.{contract.Source} WHERE load_id = {report.LoadId} AND line = 2"), row => row.Contains(ContractRows.Person, StringComparison.Ordinal));
    }

    Task<LoadReport> Load(Contract contract, string version, bool isWorkbook, IReadOnlyList<ContractRow> rows)
    {
        var head = contract.Columns.Select(column => version switch { "zh" => column.Zh, "hrss" => column.Definition.Hrss ?? column.Zh, _ => column.Name });
        // Where no column has a code, two heads and so two files are the same bytes; a blank record more makes them two.
        var table = rows.Select(row => row.Cells).Prepend([.. head]).Concat(Enumerable.Repeat(Array.Empty<string>(), files++));
        var options = new LoadOptions { HeaderVersion = version };
        return shared.Warehouse.Load(contract.Source, isWorkbook ? "rows.xlsx" : "rows.csv", isWorkbook ? Workbook(table) : Text(table), options);
    }

    static byte[] Text(IEnumerable<string[]> rows) => Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row) + "\r\n")));

    static byte[] Workbook(IEnumerable<string[]> rows)
    {
        using var content = new MemoryStream();
        using (var workbook = new WorkbookWriter(content))
        {
            workbook.Sheet("数据");
            foreach (var row in rows) workbook.Row(row);
        }
        return content.ToArray();
    }
}
