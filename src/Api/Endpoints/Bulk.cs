using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>A file to take away whole, or in ranges.</summary>
public sealed record BulkFileView(string Name, string MediaType, long Bytes, string Sha256, string Address);

/// <summary>The files of the current release.</summary>
public sealed record BulkList(ReleaseView Release, IReadOnlyList<BulkFileView> Files);

/// <summary>The figures of the release as files that are passed on, for which reason small groups are suppressed for every caller; ranges let a reader of Parquet fetch the columns it needs alone.</summary>
static class Bulk
{
    public static void MapBulk(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/bulk", List)
            .Describe("bulk", "List the bulk files", "All figures of the current release that are for everybody, every area and breakdown, with names: as Parquet and as packed CSV, with SHA-256. An address never changes its bytes.", Examples.Bulk)
            .GivesProblems(503);
        routes.MapGet("/bulk/{file}", Get)
            .WithTags("bulk").WithSummary("Get a bulk file")
            .WithDescription("The whole file or ranges of it (Range); HEAD gives its length.")
            .GivesForms("application/vnd.apache.parquet", "application/gzip")
            .Produces<byte[]>(StatusCodes.Status206PartialContent, "application/vnd.apache.parquet", "application/gzip")
            .Produces(StatusCodes.Status416RangeNotSatisfiable)
            .GivesProblems(404, 503);
    }

    static async Task<IResult> List(ReleaseReader releases, BulkFiles bulk, CancellationToken cancel)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        var files = await bulk.Of(release.ForReaders(null), cancel);
        return Answer.Json(new BulkList(ReleaseView.Of(release.Manifest), files.Select(file => new BulkFileView(file.Name, file.MediaType, file.Bytes, file.Sha256, "/api/v1/bulk/" + file.Name)).ToList())).Send();
    }

    static async Task<Results<PhysicalFileHttpResult, Problem>> Get(string file, HttpContext http, ReleaseReader releases, BulkFiles bulk, CancellationToken cancel)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        var files = await bulk.Of(release.ForReaders(null), cancel);
        if (files.FirstOrDefault(x => x.Name == file) is not { } found)
            return new Problem("not-found", $"当前发布版没有文件“{file}”；GET /api/v1/bulk 列出全部文件。", $"The current release has no file '{file}'; GET /api/v1/bulk lists its files.");
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        return TypedResults.PhysicalFile(found.Path, found.MediaType, found.Name, entityTag: new EntityTagHeaderValue($"\"{found.Sha256[..32]}\""), enableRangeProcessing: true);
    }
}
