using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using DemoCityAnalytics.Api.Answers;
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
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var body = JsonSerializer.SerializeToUtf8Bytes(Value, Value.GetType(), JsonText.Options);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{Version ?? 0}.{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"");
        response.Headers.ETag = tag;
        response.Headers.Vary = "Accept, Accept-Encoding, Cookie";
        response.Headers.CacheControl = "private, no-cache";
        if (Location is not null)
        {
            response.StatusCode = StatusCodes.Status201Created;
            response.Headers.Location = Location;
        }
        if (HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().IfNoneMatch.Any(x => x.Tag == tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}

/// <summary>A file that is handed over to be saved, never shown by the browser.</summary>
static class Handed
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Pdf = "application/pdf";
    public const string Zip = "application/zip";

    public static IResult Over(byte[] file, string type, string name) => Results.File(file, type, name);
}
