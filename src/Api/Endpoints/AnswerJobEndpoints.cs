using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>A job as it is answered.</summary>
/// <param name="Result">Address of the answer; null until it is done.</param>
public sealed record AnswerJobView(string Id, AnswerJobState State, long Rows, string MediaType, DateTime AskedAt, long? Bytes, string? Sha256, string Self, string? Result)
{
    public static AnswerJobView Of(AnswerJob job) => new(
        job.Id, job.State, job.Rows, job.MediaType, job.AskedAt, job.Bytes, job.Sha256, "/api/v1/jobs/" + job.Id, job.State == AnswerJobState.Done ? $"/api/v1/jobs/{job.Id}/result" : null);
}

/// <summary>Very large answers: asked for, made aside, fetched as a file.</summary>
static class AnswerJobEndpoints
{
    const int SecondsBetweenLooks = 2;

    public static readonly AnswerJobView Example = new(
        "9f86d081884c7d659a2feaa0c55ad015", AnswerJobState.Done, 4_200_000, "text/csv; charset=utf-8", new DateTime(2025, 1, 20, 10, 0, 0, DateTimeKind.Utc), 812_204_331,
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "/api/v1/jobs/9f86d081884c7d659a2feaa0c55ad015", "/api/v1/jobs/9f86d081884c7d659a2feaa0c55ad015/result");

    public static void MapAnswerJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/jobs/{id}", IResult (string id, AnswerJobs jobs) => jobs.Find(id) is { } job ? Answer.Json(AnswerJobView.Of(job)).Send() : Unknown(id))
            .Describe("observations", "Follow a large answer", "Whether the answer that was asked for with Prefer: respond-async, or that was too long to wait for, is done.", Example)
            .GivesProblems(404);
        routes.MapGet("/jobs/{id}/result", Result)
            .Describe("observations", "Fetch a large answer", "The answer as a file, whole or in ranges; 404 until it is done.", Examples.Observations)
            .Produces(StatusCodes.Status416RangeNotSatisfiable)
            .GivesForms([.. ObservationFormats.All.Skip(1).Select(format => format.MediaType.Split(';')[0])])
            .GivesProblems(404);
    }

    /// <summary>202 with the address to look at.</summary>
    public static IResult Accepted(HttpResponse response, AnswerJob job)
    {
        var view = AnswerJobView.Of(job);
        response.Headers.RetryAfter = $"{SecondsBetweenLooks}";
        response.Headers["Preference-Applied"] = "respond-async";
        return TypedResults.Accepted(view.Self, view);
    }

    static IResult Result(string id, AnswerJobs jobs) => jobs.Find(id) is { State: AnswerJobState.Done } job
        ? TypedResults.PhysicalFile(jobs.FileOf(job), job.MediaType, job.FileName, entityTag: new EntityTagHeaderValue($"\"{job.Sha256![..32]}\""), enableRangeProcessing: true)
        : Unknown(id);

    static Problem Unknown(string id) => new("unknown-job", $"没有任务“{id}”的结果：编号有误、尚未完成或已清除。", $"There is no result of a job '{id}': the number is wrong, it is not done yet, or it was cleared away.");
}
