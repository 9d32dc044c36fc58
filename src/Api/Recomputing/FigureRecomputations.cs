using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Recomputing;

/// <summary>What became of a figure that was computed again: the figure with its files, or why it was not.</summary>
/// <param name="Files">All files that were read, whether or not the figure uses a row of them.</param>
public sealed record Recomputed(FigureEvidence? Evidence, IReadOnlyList<ReleaseInput> Files, Problem? Problem);

/// <summary>Figures computed again from the archive for those who ask over HTTP: one at a time, and none that needs more files than the settings allow.</summary>
public sealed class FigureRecomputations(IOptions<WarehouseOptions> warehouse, IOptions<ApiOptions> options) : IDisposable
{
    readonly ArchiveRecomputation recomputation = new(warehouse.Value.Folder);
    readonly SemaphoreSlim running = new(1, 1);

    /// <param name="id">A figure of the release.</param>
    public async Task<Recomputed> Run(ReleaseSnapshot release, FigureId id, CancellationToken cancel)
    {
        await running.WaitAsync(cancel);
        try
        {
            var files = await Task.Run(() => recomputation.Files(release, id, cancel)!, cancel);
            if (files.Count > options.Value.RecomputeFiles)
                return new Recomputed(null, files, new Problem(
                    "recompute-too-large",
                    $"这个数值要重新读取{files.Count}个文件，经网络最多读取{options.Value.RecomputeFiles}个；请管理员在服务器上运行：dca recompute {id}",
                    $"This figure takes {files.Count} files to be read anew, over HTTP {options.Value.RecomputeFiles} at most; the operator runs on the server: dca recompute {id}"));
            return new Recomputed(await Task.Run(() => recomputation.Run(release, id, files, cancel), cancel), files, null);
        }
        catch (LostFileException e)
        {
            return new Recomputed(null, [], new Problem(
                "archive-incomplete",
                $"归档中没有文件“{e.Lost.FileName}”（SHA-256 {e.Lost.Sha256}）。", $"The archive does not hold the file '{e.Lost.FileName}' (SHA-256 {e.Lost.Sha256})."));
        }
        finally
        {
            running.Release();
        }
    }

    public void Dispose() => running.Dispose();
}
