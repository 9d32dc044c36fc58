using System.Runtime.CompilerServices;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Typing;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>
/// Loads files into the warehouse. A load is one transaction; the same file twice takes effect once; every row is accepted or rejected
/// with a reason.
/// </summary>
public sealed partial class Loader(WarehouseDatabase warehouse, ContractCatalogue contracts, IdentityKey key, TimeProvider clock)
{
    // Up to this size a file's rows are typed in memory before anything is written, and small files share a transaction.
    const long SmallFile = 8 << 20;

    static readonly TimeSpan ShanghaiOffset = TimeSpan.FromHours(8);

    readonly Queue<int> reserved = [];

    DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(ShanghaiOffset).DateTime);

    /// <summary>Loads one file of a source.</summary>
    /// <exception cref="UnknownSourceException">There is no such source.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public async Task<LoadReport> Load(string source, string path, LoadOptions options, IProgress<LoadProgress>? progress, CancellationToken cancel)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, useAsync: true);
        return await Load(source, content, Path.GetFileName(path), options, progress, cancel);
    }

    /// <summary>Loads one file of a source from a stream, under the name it was sent with.</summary>
    public async Task<LoadReport> Load(string source, Stream content, string name, LoadOptions options, IProgress<LoadProgress>? progress, CancellationToken cancel)
    {
        var contract = contracts.Get(source);
        var reports = new List<LoadReport>();
        using var delivery = warehouse.Archive.Receive();
        var tables = new FileTables(contract, options, Today).Receive(delivery, content, name, cancel);
        await foreach (var group in Groups(contract, tables, reports, cancel)) reports.AddRange(await Write(contract, group, progress, cancel));
        return LoadReport.Whole([.. reports.OrderBy(report => report.Part, StringComparer.Ordinal)]);
    }

    // Small tables share a transaction; a large one is written alone, while it is typed.
    async IAsyncEnumerable<List<IncomingFile>> Groups(
        Contract contract, IAsyncEnumerable<IncomingFile> tables, List<LoadReport> ended, [EnumeratorCancellation] CancellationToken cancel)
    {
        var context = await Context(contract, cancel);
        var known = await KnownFiles(contract, cancel);
        var group = new List<IncomingFile>();
        await foreach (var table in tables)
        {
            if (Prepare(table, context, known, cancel) is { } report)
            {
                ended.Add(report);
                continue;
            }
            var alone = table.Archived.Bytes > SmallFile;
            if (group.Count > 0 && (alone || group.Count == MostFilesAtOnce || group.Sum(other => other.Rows!.Accepted) > MostRowsAtOnce))
            {
                yield return group;
                group = [];
            }
            group.Add(table);
            if (!alone) continue;
            yield return group;
            group = [];
        }
        if (group.Count > 0) yield return group;
    }

    // Null when the file is ready to be written; a report when it is known already or cannot be loaded.
    LoadReport? Prepare(IncomingFile file, TypingContext context, KnownFiles known, CancellationToken cancel)
    {
        if (known.Holds(file))
        {
            file.Close();
            return file.ReportAs(LoadOutcome.AlreadyLoaded);
        }
        file.Inspect();
        if (file.Issues.Count == 0)
        {
            file.Begin(context, NextLoadId());
            if (file.Issues.Count == 0 && file.Archived.Bytes <= SmallFile) file.TypeAll(cancel);
        }
        if (file.Issues.Count > 0)
        {
            file.Forget();
            return file.ReportAs(LoadOutcome.Failed);
        }
        known.Add(file);
        return null;
    }

    async Task<List<LoadReport>> Write(Contract contract, IReadOnlyList<IncomingFile> files, IProgress<LoadProgress>? progress, CancellationToken cancel)
    {
        var writer = new GroupWriter(contract, contracts, key, clock, progress);
        try
        {
            var reports = await warehouse.Write(
                connection =>
                {
                    // Another load may have brought the same file since this one was received.
                    var known = Loading.KnownFiles.Of(connection, contract);
                    var fresh = files.Where(file => !known.Holds(file)).ToList();
                    if (fresh.Count > 0) writer.Write(connection, fresh, cancel);
                    return files.Select(file => file.ReportAs(fresh.Contains(file) ? LoadOutcome.Loaded : LoadOutcome.AlreadyLoaded)).ToList();
                },
                cancel);
            foreach (var file in files) file.KeepIn(warehouse.Archive);
            return reports;
        }
        catch (FileRefusedException)
        {
            return files.Select(file => file.ReportAs(LoadOutcome.Failed)).ToList();
        }
        catch (Exception e) when (files.Count == 1 && IncomingFile.IsAboutTheFile(e))
        {
            files[0].Refuse(e);
            return [files[0].ReportAs(LoadOutcome.Failed)];
        }
        finally
        {
            foreach (var file in files) file.Forget();
        }
    }

    // Numbers are reserved many at a time, because asking for one costs more than reading a small file. Unused ones are left out.
    int NextLoadId()
    {
        lock (reserved)
        {
            if (reserved.Count == 0)
            {
                using var connection = warehouse.Connect();
                foreach (var number in connection.Query("SELECT nextval('ops.load_id') FROM range(64)", row => (int)row.GetInt64(0)).Order()) reserved.Enqueue(number);
            }
            return reserved.Dequeue();
        }
    }

    Task<TypingContext> Context(Contract contract, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var connection = warehouse.Connect();
        return Task.FromResult(new TypingContext(contract, key, new PlaceTable(AreaTable.All(connection)), Today));
    }

    Task<KnownFiles> KnownFiles(Contract contract, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var connection = warehouse.Connect();
        return Task.FromResult(Loading.KnownFiles.Of(connection, contract));
    }
}
