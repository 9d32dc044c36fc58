using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Tests.Contracts;

/// <summary>Every table arrives in every form: one row written in each of them, from the contract alone, is stored as the same row.</summary>
public sealed class EveryFormTests(EveryContractTests.SharedWarehouse shared) : IClassFixture<EveryContractTests.SharedWarehouse>
{
    static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Sources() => EveryContractTests.Sources();

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_row_is_the_same_in_every_form(string source)
    {
        var contract = TemporaryWarehouse.Contracts.Get(source);
        string[] head = [.. contract.Columns.Select(column => column.Zh)];
        var row = new ContractRows(contract) { PersonKey = "" }.Good(0);
        List<string> stored = [];
        foreach (var (format, name, content) in Forms(head, row))
        {
            var report = await shared.Warehouse.Load(source, name, content, new LoadOptions { HeaderVersion = "zh" });

            Assert.True(
                report is { Outcome: LoadOutcome.Loaded, RowsRead: 1, RowsAccepted: 1 } && report.Format == format,
                $"{name}: {report.Outcome}, {report.Format}, {report.RowsRead} read, {report.RowsAccepted} accepted. {string.Join(" ", report.Issues.Select(issue => issue.En))}");
            stored.Add(shared.Warehouse.Rows($"SELECT * EXCLUDE (load_id, line, superseded_by) FROM stg.{source} WHERE load_id = {report.LoadId}").Single());
        }
        Assert.Equal(9, stored.Count);
        Assert.Single(stored.Distinct());
    }

    IEnumerable<(string Format, string Name, byte[] Content)> Forms(string[] head, string[] row)
    {
        var json = JsonSerializer.Serialize(head.Zip(row).Where(cell => cell.Second.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second), AsWritten);
        yield return ("csv", "rows.csv", Text(Encoding.UTF8, ',', head, row));
        yield return ("csv", "mark.csv", [.. Encoding.UTF8.Preamble, .. Text(Encoding.UTF8, ',', head, row)]);
        yield return ("csv", "gb18030.csv", Text(CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!, ',', head, row));
        yield return ("csv", "utf16.tsv", [.. Encoding.Unicode.Preamble, .. Text(Encoding.Unicode, '\t', head, row)]);
        yield return ("csv", "packed.zip", Zip("packed.csv", Text(Encoding.UTF8, ';', head, row)));
        yield return ("jsonl", "rows.jsonl", Encoding.UTF8.GetBytes(json + "\n"));
        yield return ("json", "rows.json", Encoding.UTF8.GetBytes($"[{json}]"));
        yield return ("arrow", "rows.arrow", Arrow(head, row));
        yield return ("parquet", "rows.parquet", Parquet(head, row));
    }

    static byte[] Text(Encoding encoding, char separator, params string[][] rows) =>
        encoding.GetBytes(string.Concat(rows.Select(row => string.Join(separator, row) + "\r\n")));

    static byte[] Zip(string name, byte[] file)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name).Open()) entry.Write(file);
        return content.ToArray();
    }

    static byte[] Arrow(string[] head, string[] row)
    {
        using var content = new MemoryStream();
        using (var batch = Batch(head, row))
        using (var writer = new ArrowFileWriter(content, batch.Schema, leaveOpen: true))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }
        return content.ToArray();
    }

    byte[] Parquet(string[] head, string[] row)
    {
        var path = Path.Combine(shared.Warehouse.Folder, "rows.parquet");
        using (var connection = shared.Warehouse.Database.Connect())
        {
            connection.Execute($"CREATE OR REPLACE TEMP TABLE form ({string.Join(", ", head.Select(name => $"{Sql.Identifier(name)} VARCHAR"))})");
            connection.Execute($"INSERT INTO form VALUES ({string.Join(", ", row.Select((_, place) => $"$cell{place}"))})", [.. row.Select((cell, place) => ($"cell{place}", (object?)cell))]);
            connection.Execute($"COPY form TO {Sql.Literal(path)} (FORMAT parquet)");
        }
        return File.ReadAllBytes(path);
    }

    static RecordBatch Batch(string[] head, string[] row) => new(
        new Schema([.. head.Select(name => new Field(name, StringType.Default, true))], []), [.. row.Select(cell => new StringArray.Builder().Append(cell).Build())], 1);
}
