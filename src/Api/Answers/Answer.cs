using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Answers;

/// <summary>A finished answer: its bytes, compressed once per encoding when first asked for, and a tag that is the hash of the bytes.</summary>
public sealed class Answer(byte[] body, string contentType, string? link = null)
{
    // Packed inside already.
    static readonly string[] Packed =
        ["image/png", "application/pdf", "application/vnd.apache.parquet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"];

    const int SmallestCompressed = 512;
    readonly string tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"";
    readonly bool compressible = body.Length >= SmallestCompressed && !Packed.Contains(contentType);
    byte[]? gzip;
    byte[]? brotli;

    public byte[] Body { get; } = body;

    public string ContentType { get; } = contentType;

    /// <summary>Value of the Link header, such as the next page.</summary>
    public string? Link { get; } = link;

    /// <summary>Name under which a browser saves the answer; null when it shows it.</summary>
    public string? FileName { get; init; }

    public static Answer Json<T>(T value, string? link = null) => new(JsonSerializer.SerializeToUtf8Bytes(value, JsonText.Options), "application/json; charset=utf-8", link);

    /// <summary>With a byte order mark, so that spreadsheet programs read the Chinese right.</summary>
    public static Answer Csv(string text, string? link = null) => new([.. System.Text.Encoding.UTF8.Preamble, .. System.Text.Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", link);

    // Two encodings of one body are two representations: a strong tag must tell them apart.
    internal (byte[] Bytes, string? Encoding, string Tag) In(HttpRequest request)
    {
        return (compressible ? Encoding(request) : null) switch
        {
            "br" => (brotli ??= Compressed(to => new BrotliStream(to, CompressionLevel.Optimal)), "br", $"{tag[..^1]}-br\""),
            "gzip" => (gzip ??= Compressed(to => new GZipStream(to, CompressionLevel.Optimal)), "gzip", $"{tag[..^1]}-gzip\""),
            _ => (Body, null, tag),
        };
    }

    /// <summary>The packing that the caller takes: br before gzip; null for none.</summary>
    internal static string? Encoding(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0) return null;
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(x => x.Quality is not 0).Select(x => x.Value.Value).ToList();
        return accepted.Contains("br", StringComparer.OrdinalIgnoreCase) ? "br" : accepted.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? "gzip" : null;
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
/// <param name="Version">Of what several people change: it stands before the hash in the tag, so that <c>If-Match</c> can name it.</param>
sealed record AnswerResult(Answer Answer, bool Immutable = false, int? Version = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (bytes, encoding, tag) = Answer.In(httpContext.Request);
        if (Version is { } version) tag = string.Create(CultureInfo.InvariantCulture, $"\"{version}.{tag.AsSpan(1)}");
        var response = httpContext.Response;
        AnswerHeaders.Set(response, tag, Answer.Link, Answer.FileName, Immutable);
        if (AnswerHeaders.Has(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = Answer.ContentType;
        response.ContentLength = bytes.Length;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
