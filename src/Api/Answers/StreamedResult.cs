using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Answers;

/// <summary>
/// Sends an answer as it is written, without ever holding it. Its tag is made from what was asked of which release: the same question to
/// the same release always gives the same bytes.
/// </summary>
/// <param name="Key">Release or moment, query, format and language.</param>
/// <param name="Compressible">False when the bytes are packed already.</param>
/// <param name="Write">Writes the whole body.</param>
sealed record StreamedResult(string Key, string ContentType, bool Compressible, string? Link, string? FileName, Func<Stream, CancellationToken, Task> Write) : IResult
{
    static readonly string Program = typeof(StreamedResult).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var encoding = Compressible ? Answer.Encoding(request) : null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Program + Key)))[..32];
        var tag = encoding is null ? $"\"{hash}\"" : $"\"{hash}-{encoding}\"";
        AnswerHeaders.Set(response, tag, Link, FileName, immutable: false);
        if (AnswerHeaders.Has(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = ContentType;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        if (response.Body == Stream.Null) return; // a HEAD needs no body, and making a long one would be work for nothing
        await using Stream? packing = encoding switch
        {
            "br" => new BrotliStream(response.Body, CompressionLevel.Fastest, leaveOpen: true),
            "gzip" => new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true),
            _ => null,
        };
        await Write(packing ?? response.Body, httpContext.RequestAborted);
    }
}
