using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Typing;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Loading;

public sealed partial class Loader
{
    const int MostFilesAtOnce = 256;
    const long MostRowsAtOnce = 200_000;
    const int FilesKeptAhead = 8;

    /// <summary>
    /// Loads a folder whose sub-folders are named by source (or whose folder <c>files</c> has them). Areas come first, because the other
    /// sources name them. A <c>synthetic.json</c> in the folder marks everything in it as generated.
    /// </summary>
    public async Task<FolderReport> LoadFolder(string folder, LoadOptions options, IProgress<LoadProgress>? progress, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder}.");
        options = options with { Synthetic = options.Synthetic || File.Exists(Path.Combine(folder, "synthetic.json")) };
        var root = Directory.Exists(Path.Combine(folder, "files")) ? Path.Combine(folder, "files") : folder;
        var issues = new List<LoadIssue>();
        var reports = new List<LoadReport>();
        foreach (var sourceFolder in Directory.EnumerateDirectories(root).OrderBy(path => Path.GetFileName(path) != "area").ThenBy(path => path, StringComparer.Ordinal))
        {
            var name = Path.GetFileName(sourceFolder);
            if (contracts.TryGet(name, out var contract)) reports.AddRange(await LoadSource(contract, sourceFolder, options, progress, cancel));
            else if (NearestName.Of(name, contracts.All.Select(known => known.Source)) is { } nearest)
                issues.Add(new LoadIssue(name, null, "", "source", $"文件夹“{name}”不是数据源名称，是否应为“{nearest}”？其中的文件未读取。", $"The folder '{name}' is no source, did you mean '{nearest}'? Its files were not read."));
        }
        if (reports.Count == 0 && issues.Count == 0)
            issues.Add(new LoadIssue(folder, null, "", "source", "文件夹中没有以数据源命名的子文件夹，或其中没有文件。", $"The folder holds no sub-folder named by a source with files in it; sources are {string.Join(", ", contracts.All.Select(known => known.Source))}."));
        return new FolderReport(reports, issues, options.Synthetic, watch.Elapsed);
    }

    // The next files are received and typed while the ones before are written.
    async Task<List<LoadReport>> LoadSource(Contract contract, string folder, LoadOptions options, IProgress<LoadProgress>? progress, CancellationToken cancel)
    {
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0) return [];
        using var delivery = warehouse.Archive.Receive();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var groups = Channel.CreateBounded<List<IncomingFile>>(1);
        var ended = new List<LoadReport>();
        var receiving = Task.Run(() => ReceiveAll(delivery, contract, folder, paths, options, groups.Writer, ended, stop.Token), stop.Token);
        var reports = new List<LoadReport>();
        try
        {
            await foreach (var group in groups.Reader.ReadAllAsync(cancel)) reports.AddRange(await Write(contract, group, progress, cancel));
        }
        catch
        {
            // The writer is gone: the reader must not wait for it.
            await stop.CancelAsync();
            await receiving.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
        await receiving;
        return reports.Concat(ended).GroupBy(report => report.File, StringComparer.Ordinal)
            .Select(file => LoadReport.Whole([.. file.OrderBy(report => report.Part, StringComparer.Ordinal)]))
            .OrderBy(report => report.File, StringComparer.Ordinal).ToList();
    }

    async Task ReceiveAll(
        Delivery delivery, Contract contract, string folder, List<string> paths, LoadOptions options, ChannelWriter<List<IncomingFile>> groups, List<LoadReport> ended, CancellationToken cancel)
    {
        try
        {
            await foreach (var group in Groups(contract, Received(delivery, contract, folder, paths, options, cancel), ended, cancel)) await groups.WriteAsync(group, cancel);
            groups.Complete();
        }
        catch (Exception e)
        {
            groups.Complete(e);
            throw;
        }
    }

    async IAsyncEnumerable<IncomingFile> Received(
        Delivery delivery, Contract contract, string folder, List<string> paths, LoadOptions options, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = new FileTables(contract, options, Today);
        // Some files ahead: a disk brings several of them to rest in the time of one.
        var ahead = new Queue<Task<ArchivedFile>>();
        try
        {
            for (var next = 0; next < paths.Count; next++)
            {
                while (ahead.Count < FilesKeptAhead && next + ahead.Count < paths.Count)
                {
                    var path = paths[next + ahead.Count];
                    ahead.Enqueue(Task.Run(() => Receive(delivery, path, cancel), cancel));
                }
                await foreach (var table in tables.Of(delivery, await ahead.Dequeue(), Path.GetRelativePath(folder, paths[next]), cancel)) yield return table;
            }
        }
        finally
        {
            // The delivery must not end while something still comes in.
            await Task.WhenAll(ahead).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    static async Task<ArchivedFile> Receive(Delivery delivery, string path, CancellationToken cancel)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return await delivery.Receive(content, cancel);
    }
}
