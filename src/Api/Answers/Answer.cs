using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DemoCityAnalytics.Api.Answers;

/// <summary>A finished answer: its bytes, compressed once per encoding when first asked for, and a tag that is the hash of the bytes.</summary>
public sealed class Answer(byte[] body, string contentType, string? link = null)
{
    const int SmallestCompressed = 512;
    readonly string hash = Convert.ToHexStringLower(SHA256.HashData(body))[..32];
    byte[]? gzip;
    byte[]? brotli;

    public byte[] Body { get; } = body;

    public string ContentType { get; } = contentType;

    /// <summary>Value of the Link header, such as the next page.</summary>
    public string? Link { get; } = link;

    public static Answer Json<T>(T value, string? link = null) => new(JsonSerializer.SerializeToUtf8Bytes(value, JsonText.Options), "application/json; charset=utf-8", link);

    /// <summary>With a byte order mark, so that spreadsheet programs read the Chinese right.</summary>
    public static Answer Csv(string text, string? link = null) => new([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", link);

    // Two encodings of one body are two representations: a strong tag must tell them apart.
    internal (byte[] Bytes, string? Encoding, string Tag) In(HttpRequest request)
    {
        var compressible = Body.Length >= SmallestCompressed && ContentType != "image/png";
        var accepted = compressible ? request.GetTypedHeaders().AcceptEncoding.Where(x => x.Quality is not 0).Select(x => x.Value.Value).ToList() : [];
        if (accepted.Contains("br", StringComparer.OrdinalIgnoreCase))
            return (brotli ??= Compressed(to => new BrotliStream(to, CompressionLevel.Optimal)), "br", $"\"{hash}-br\"");
        if (accepted.Contains("gzip", StringComparer.OrdinalIgnoreCase))
            return (gzip ??= Compressed(to => new GZipStream(to, CompressionLevel.Optimal)), "gzip", $"\"{hash}-gzip\"");
        return (Body, null, $"\"{hash}\"");
    }

    byte[] Compressed(Func<Stream, Stream> through)
    {
        using var into = new MemoryStream();
        using (var compressing = through(into)) compressing.Write(Body);
        return into.ToArray();
    }
}

/// <summary>Sends an answer: 304 when the caller has it, the encoding it takes, the headers caches need.</summary>
/// <param name="Immutable">The address names its release, so that the bytes can never change.</param>
sealed record AnswerResult(Answer Answer, bool Immutable = false) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (bytes, encoding, tag) = Answer.In(httpContext.Request);
        var response = httpContext.Response;
        response.Headers.ETag = tag;
        response.Headers.Vary = "Accept, Accept-Encoding";
        response.Headers.CacheControl = Immutable ? "private, max-age=31536000, immutable" : "private, no-cache";
        if (Answer.Link is { } link) response.Headers.Link = link;
        if (Has(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = Answer.ContentType;
        response.ContentLength = bytes.Length;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    static bool Has(HttpRequest request, string tag) => request.GetTypedHeaders().IfNoneMatch
        .Any(x => x.Equals(EntityTagHeaderValue.Any) || x.Tag == tag);
}
