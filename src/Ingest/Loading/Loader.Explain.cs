using System.IO.Compression;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Loading;

public sealed partial class Loader
{
    /// <summary>
    /// Says how a file would be read and which rows would be rejected, without loading or keeping it; of a container or a workbook, all its
    /// tables. Without a source, the one whose names the head has most of is taken.
    /// </summary>
    /// <exception cref="UnknownSourceException">There is no such source.</exception>
    public async Task<Explanation> Explain(string path, string? source, LoadOptions options, CancellationToken cancel)
    {
        var candidates = source is null ? contracts.All : [contracts.Get(source)];
        var name = new FileName(Path.GetFileName(path));
        if (!FileTables.IsContainer(path)) return Explanation.Whole(await Explain(name, path, candidates, options, cancel));
        var parts = new List<Explanation>();
        await using var zip = await ZipFile.OpenReadAsync(path, cancel);
        foreach (var entry in FileTables.FilesOf(zip))
        {
            var file = Path.GetTempFileName();
            try
            {
                await entry.ExtractToFileAsync(file, overwrite: true, cancel);
                parts.AddRange(await Explain(name with { Entry = entry.FullName }, file, candidates, options, cancel));
            }
            finally
            {
                File.Delete(file);
            }
        }
        return Explanation.Whole(parts.Count > 0 ? parts : await Explain(name, path, candidates, options, cancel));
    }

    async Task<List<Explanation>> Explain(FileName name, string path, IReadOnlyCollection<Contract> candidates, LoadOptions options, CancellationToken cancel)
    {
        IReadOnlyList<IncomingFile> best = [];
        foreach (var contract in candidates)
        {
            cancel.ThrowIfCancellationRequested();
            var file = new ArchivedFile("", new FileInfo(path).Length, path);
            var tables = new FileTables(contract, options, Today).Tables(name, file, file);
            foreach (var table in tables) table.Inspect();
            var left = tables;
            if (best.Count == 0 || tables.Max(table => Fit(table)) > best.Max(table => Fit(table))) (best, left) = (tables, best);
            foreach (var table in left) table.Forget();
        }
        var explained = new List<Explanation>();
        foreach (var table in best)
        {
            if (table.Issues.Count == 0)
            {
                table.Begin(await Context(table.Contract, cancel), loadId: 0);
                if (table.Issues.Count == 0) table.Measure(cancel);
            }
            else if (candidates.Count > 1 && table is { Table: not null, Head: null } && table.Issues.All(issue => issue.Rule == "columns"))
            {
                table.SuitsNoSource();
            }
            explained.Add(Explanation.Of(table));
            table.Forget();
        }
        return explained;
    }

    // A head that fails for a missing column may still be the source's; a whole one is preferred.
    static int Fit(IncomingFile file) => (file.Head?.Known ?? 0) * 2 + (file.Issues.Count == 0 ? 1 : 0);
}
