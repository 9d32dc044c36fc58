using System.IO.Compression;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Quality;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Loading;

public sealed partial class Loader
{
    /// <summary>
    /// Writes the rejected rows of a load in the sender's own layout, with reason and remedy added, to be corrected and sent again.
    /// </summary>
    /// <exception cref="UnknownLoadException">There is no such load.</exception>
    public Task<RejectedFile> WriteRejected(int loadId, Stream output, CancellationToken cancel)
    {
        using var connection = warehouse.Connect();
        var load = connection.Query(
            "SELECT source, file_name, sha256, encoding, header_version, bytes FROM ops.load WHERE load_id = $load",
            row => (Source: row.GetString(0), Name: FileName.Parse(row.GetString(1)), Sha256: row.GetString(2), Encoding: row.GetString(3), Version: row.GetString(4), Bytes: row.GetInt64(5)),
            ("load", loadId));
        if (load is not [var found]) throw new UnknownLoadException(loadId);
        var reasons = connection.Query(
                "SELECT line, message_zh, remedy_zh FROM ops.rejection WHERE load_id = $load AND severity = 'rejection' ORDER BY line, column_name, rule",
                row => (Line: row.GetInt32(0), Reason: new RejectionReason(row.GetString(1), row.GetString(2))), ("load", loadId))
            .GroupBy(row => row.Line, row => row.Reason).ToDictionary(line => line.Key, line => line.ToList());
        var archived = new ArchivedFile(found.Sha256, found.Bytes, warehouse.Archive.PathOf(found.Sha256));
        var options = LoadOptions.Default with { Encoding = found.Encoding.Length == 0 ? null : found.Encoding, HeaderVersion = found.Version };
        var tables = new FileTables(contracts.Get(found.Source), options, Today).Tables(found.Name with { Sheet = "" }, archived, archived);
        var table = tables.FirstOrDefault(each => each.FileName.Sheet == found.Name.Sheet) ?? tables[0];
        table.Inspect();
        return Task.FromResult(WriteRejected([(table, reasons)], output, asWorkbook: false, cancel));
    }

    /// <summary>The same for a file that is not loaded, or was refused: what a load would reject.</summary>
    /// <param name="asWorkbook">Rows of a text come as a workbook too; what came in a container stays as it came, in a container.</param>
    /// <exception cref="UnknownSourceException">There is no such source.</exception>
    public async Task<RejectedFile> WriteRejected(string source, string path, LoadOptions options, Stream output, bool asWorkbook, CancellationToken cancel)
    {
        var contract = contracts.Get(source);
        var context = await Context(contract, cancel);
        var tables = new List<(IncomingFile Table, IReadOnlyDictionary<int, List<RejectionReason>> Reasons)>();
        using var delivery = warehouse.Archive.Receive();
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, useAsync: true);
        await foreach (var table in new FileTables(contract, options, Today).Receive(delivery, content, Path.GetFileName(path), cancel))
        {
            table.Inspect();
            if (table.Issues.Count > 0) continue;
            table.Begin(context, loadId: 0);
            table.Measure(cancel);
            tables.Add((table, Reasons(table)));
        }
        return WriteRejected(tables, output, asWorkbook, cancel);
    }

    static Dictionary<int, List<RejectionReason>> Reasons(IncomingFile table)
    {
        var reasons = new Dictionary<int, List<RejectionReason>>();
        foreach (var line in table.Rows!.Findings.GroupBy(finding => finding.Line).Where(line => line.Any(finding => finding.Rejects)))
            reasons[line.Key] = [.. line.Where(finding => finding.Rejects).Select(finding => Wording.Of(finding, $"{table.Contract.Source}/{table.Name}", table.Today)).Select(wording => new RejectionReason(wording.MessageZh, wording.RemedyZh))];
        return reasons;
    }

    // A workbook gives a workbook with a sheet per table, a container a container with a file per table, everything else text.
    static RejectedFile WriteRejected(
        IReadOnlyList<(IncomingFile Table, IReadOnlyDictionary<int, List<RejectionReason>> Reasons)> tables, Stream output, bool asWorkbook, CancellationToken cancel)
    {
        var rejected = tables.Where(each => each.Reasons.Count > 0).Select(each => (each.Table, Rows: new RejectedRows(each.Table, each.Reasons))).ToList();
        var ending = Path.GetExtension(tables.Select(each => each.Table.FileName.Received).FirstOrDefault("")) is { Length: > 1 } given ? given[1..] : "csv";
        if (rejected.Count == 0) return new RejectedFile(0, ending);
        if (rejected.Any(each => each.Table.FileName.Entry.Length > 0))
        {
            using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var entry in rejected.GroupBy(each => each.Table.FileName.Entry, StringComparer.Ordinal))
            {
                cancel.ThrowIfCancellationRequested();
                using var packed = new MemoryStream();
                var written = WriteTables([.. entry], packed, asWorkbook: false);
                using var content = zip.CreateEntry(Path.ChangeExtension(entry.Key, written)).Open();
                packed.WriteTo(content);
            }
            ending = "zip";
        }
        else
        {
            ending = WriteTables(rejected, output, asWorkbook);
        }
        return new RejectedFile(rejected.Sum(each => each.Rows.Rows), ending);
    }

    static string WriteTables(IReadOnlyList<(IncomingFile Table, RejectedRows Rows)> tables, Stream output, bool asWorkbook)
    {
        if (!asWorkbook && !tables[0].Table.Table!.IsWorkbook)
        {
            tables[0].Rows.WriteTo(output);
            return "csv";
        }
        using var workbook = new WorkbookWriter(output);
        foreach (var (table, rows) in tables) rows.WriteTo(workbook, table.FileName.Sheet.Length == 0 ? "Sheet1" : table.FileName.Sheet);
        return "xlsx";
    }
}

/// <summary>A caller named a load that never was.</summary>
public sealed class UnknownLoadException(int loadId) : Exception($"There is no load {loadId}; the report of a load, and the page of loads, give their numbers.");
