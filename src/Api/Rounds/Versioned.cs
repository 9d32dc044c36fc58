using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Endpoints;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>
/// An answer about something that several people change. Its tag holds the version, for <c>If-Match</c>, and the hash of what was sent,
/// for <c>If-None-Match</c>.
/// </summary>
/// <param name="Value">Written as JSON.</param>
/// <param name="Version">Of the row that the answer is about; null when nothing can be changed through it.</param>
/// <param name="Location">Where what was created can be read.</param>
sealed record Versioned(object Value, int? Version = null, string? Location = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Location is not null)
        {
            httpContext.Response.StatusCode = StatusCodes.Status201Created;
            httpContext.Response.Headers.Location = Location;
        }
        return new AnswerResult(Answer.Json(Value), Version: Version ?? 0).ExecuteAsync(httpContext);
    }
}

/// <summary>A file that is handed over to be saved, never shown by the browser.</summary>
static class Handed
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Pdf = "application/pdf";
    public const string Zip = "application/zip";

    public static IResult Over(byte[] file, string type, string name) => new Answer(file, type) { FileName = name }.Send();
}
