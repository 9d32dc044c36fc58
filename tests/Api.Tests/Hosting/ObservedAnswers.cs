using System.Collections.Concurrent;
using System.Text.Json;
using DemoCityAnalytics.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Tests.Hosting;

/// <summary>
/// Holds every answer that any test gets against the committed description: a status, a media type or a body that it does not state is turned
/// into a failure on the spot. What was seen is written to the file that <c>DCA_ANSWERS</c> names.
/// </summary>
static class ObservedAnswers
{
    static readonly ConcurrentDictionary<string, bool> Seen = new(StringComparer.Ordinal);
    static readonly JsonElement Description = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("src", "Api", "openapi.json"))).RootElement;
    static readonly SchemaCheck Schemas = new(Description);

    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        try
        {
            await Held(context, next);
        }
        catch (Exception e)
        {
            Note($"{context.Request.Method} {context.Request.Path}\t{e.GetType().Name}: {e.Message}\tnot described");
            throw;
        }
    }

    static async Task Held(HttpContext context, RequestDelegate next)
    {
        var (response, method, sent) = (context.Response, context.Request.Method, context.Response.Body);
        await using var kept = new KeptBody(response, sent);
        response.Body = kept;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = sent;
        }
        if (Fault(context, method, kept) is { } fault)
        {
            Note($"{method} {context.Request.Path}\t{fault}\tnot described");
            if (response.HasStarted) throw new InvalidOperationException($"{method} {context.Request.Path} gave {fault}, which src/Api/openapi.json does not say.");
            response.Clear();
            response.StatusCode = StatusCodes.Status500InternalServerError;
            await response.WriteAsync($"{method} {context.Request.Path} gave {fault}, which src/Api/openapi.json does not say.");
            return;
        }
        await kept.Pass();
    }

    static string? Fault(HttpContext context, string method, KeptBody kept)
    {
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } pattern } || HttpMethods.IsHead(method)) return null;
        var path = "/" + string.Join('/', pattern.Trim('/').Split('/').Select(part => part.Contains(':', StringComparison.Ordinal) ? part[..part.IndexOf(':', StringComparison.Ordinal)] + part[part.IndexOf('}', StringComparison.Ordinal)..] : part));
        if (!Description.GetProperty("paths").TryGetProperty(path, out var methods) || !methods.TryGetProperty(method.ToLowerInvariant(), out var operation)) return null;
        var (status, type) = (context.Response.StatusCode, context.Response.ContentType?.Split(';')[0]);
        if (status == StatusCodes.Status500InternalServerError) return null; // a fault of ours; the test that meets it says so
        if (!operation.GetProperty("responses").TryGetProperty($"{status}", out var stated))
        {
            // A refusal of another kind than those listed is still a problem; covered.sh lists it, and a success of another kind fails at once.
            Note($"{method} {path}\tstatus {status}\tnot described");
            return type == "application/problem+json" ? null : $"status {status}";
        }
        Note($"{method} {path}\t{status}\t{type}");
        if (type is null || !kept.Any) return null;
        if (!stated.TryGetProperty("content", out var content) || !content.TryGetProperty(type, out var body)) return $"{status} as {type}";
        return kept.Json is { } bytes && body.TryGetProperty("schema", out var schema) && Schemas.Fault(schema, JsonDocument.Parse(bytes).RootElement) is { } fault ? $"{status} with {fault}" : null;
    }

    static void Note(string line)
    {
        if (Environment.GetEnvironmentVariable("DCA_ANSWERS") is { } file && Seen.TryAdd(line, true))
            lock (Seen) File.AppendAllText(file, line + "\n");
    }

    /// <summary>Keeps JSON of ordinary length back until it has been looked at; everything else passes at once.</summary>
    sealed class KeptBody(HttpResponse response, Stream to) : Stream
    {
        const int Longest = 4 << 20;
        readonly MemoryStream kept = new();
        bool passing;

        public ReadOnlyMemory<byte>? Json => passing || kept.Length == 0 ? default(ReadOnlyMemory<byte>?) : kept.GetBuffer().AsMemory(0, (int)kept.Length);

        public bool Any => passing || kept.Length > 0;

        public async Task Pass()
        {
            if (kept.Length == 0) return;
            await to.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length));
            kept.SetLength(0);
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!passing && response.ContentType?.Contains("json", StringComparison.Ordinal) == true && response.Headers.ContentEncoding.Count == 0 && kept.Length + buffer.Length <= Longest)
            {
                kept.Write(buffer.Span);
                return;
            }
            passing = true;
            await Pass();
            await to.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override Task FlushAsync(CancellationToken cancellationToken) => passing || response.ContentType?.Contains("json", StringComparison.Ordinal) != true ? to.FlushAsync(cancellationToken) : Task.CompletedTask;

        public override void Flush() => FlushAsync(CancellationToken.None).GetAwaiter().GetResult();

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
