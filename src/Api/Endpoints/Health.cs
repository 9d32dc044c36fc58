using System.Reflection;
using System.Security.Cryptography;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Operation;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>State of the service.</summary>
/// <param name="Status"><c>ok</c></param>
/// <param name="Release">Name of the release that answers; null where that does not matter.</param>
public sealed record HealthAnswer(string Status, string? Release);

static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new HealthAnswer("ok", null)))
            .Describe("health", "The process answers", "Whether the process is alive; says nothing about its data.", new HealthAnswer("ok", null))
            .GivesProblems(400);
        routes.MapGet("/health/ready", async Task<IResult> (ReleaseReader releases, Readiness readiness, CancellationToken cancel) =>
            releases.Current is not { } release || !File.Exists(release.File) ? ReleaseReader.NoRelease
            : await readiness.Lost(cancel) is { Count: > 0 } lost ? DatabaseLost(lost)
            : TypedResults.Ok(new HealthAnswer("ok", release.Manifest.Name)))
            .Describe("health", "The service can do its work", "Whether requests can be answered: 503 until a release has been published, and while a database that the settings name does not answer.", new HealthAnswer("ok", Examples.Release))
            .GivesProblems(400, 503);
    }

    static Problem DatabaseLost(IReadOnlyList<string> lost) => new("database-lost",
        $"数据库无法连接（{string.Join("、", lost)}）。已发布的指标仍可查阅。", $"A database does not answer ({string.Join(", ", lost)}). What is published can still be read.");
}

/// <summary>Style sheet and icon, built into the program.</summary>
static class Assets
{
    static readonly Assembly Own = typeof(Assets).Assembly;

    /// <summary>Addresses with the hash of the content, so that a browser keeps each for good.</summary>
    public static string Address(string name) => Files.TryGetValue(name, out var file)
        ? $"/assets/{name}?v={file.Version}"
        : throw new ArgumentException($"There is no asset '{name}'.", nameof(name));

    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Files[name].Answer.Body);

    static readonly Dictionary<string, (Answer Answer, string Version)> Files = Own.GetManifestResourceNames()
        .Where(name => name.StartsWith("Assets/", StringComparison.Ordinal))
        .ToDictionary(name => name["Assets/".Length..], Read, StringComparer.Ordinal);

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes
        .MapGet("/assets/{**name}", IResult (string name) => Files.TryGetValue(name, out var file) ? new AnswerResult(file.Answer, Immutable: true) : TypedResults.NotFound())
        .ExcludeFromDescription();

    static (Answer, string) Read(string resource)
    {
        using var stream = Own.GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var type = Path.GetExtension(resource) switch { ".css" => "text/css; charset=utf-8", ".js" => "text/javascript; charset=utf-8", _ => "image/svg+xml" };
        return (new Answer(bytes.ToArray(), type), Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..12]);
    }
}
