using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Loading;

public sealed partial class Loader
{
    /// <summary>
    /// Says how a file would be read and which rows would be rejected, without loading or keeping it. Without a source, the one whose
    /// names its head has most of is taken.
    /// </summary>
    /// <exception cref="UnknownSourceException">There is no such source.</exception>
    public async Task<Explanation> Explain(string path, string? source, LoadOptions options, CancellationToken cancel)
    {
        var candidates = source is null ? contracts.All : [contracts.Get(source)];
        var received = new ArchivedFile("", new FileInfo(path).Length, path);
        IncomingFile? best = null;
        foreach (var contract in candidates)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var file in new FileTables(warehouse.Archive, contract, options, Today).Tables(new FileName(Path.GetFileName(path)), received, received))
            {
                file.Inspect();
                if (best is not null && Fit(file) <= Fit(best))
                {
                    file.Close();
                    continue;
                }
                best?.Close();
                best = file;
            }
        }
        if (best!.Issues.Count > 0) return Explanation.Of(best);
        best.Begin(await Context(best.Contract, cancel), loadId: 0);
        best.Measure(cancel);
        return Explanation.Of(best);
    }

    // A head that fails for a missing column may still be the source's; a whole one is preferred.
    static int Fit(IncomingFile file) => (file.Head?.Known ?? 0) * 2 + (file.Issues.Count == 0 ? 1 : 0);
}
