using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Problems;

/// <summary>A kind of error answer: its page <c>/docs/problems/{id}</c> gives cause, example and fix.</summary>
public sealed record ProblemKind
{
    public required int Status { get; init; }
    public required BilingualText Title { get; init; }
    public required BilingualText Cause { get; init; }
    public required BilingualText Fix { get; init; }

    /// <summary>A request that is answered so.</summary>
    public required string Example { get; init; }
}

/// <summary>Every kind of error the API gives, by its stable id.</summary>
public static class ProblemKinds
{
    const string File = "Problems/problems.yaml";

    public static IReadOnlyDictionary<string, ProblemKind> All { get; } =
        DefinitionReader.Read<Dictionary<string, ProblemKind>>(EmbeddedText.Read(Assembly.GetExecutingAssembly(), File), File);

    public static string PageOf(string id) => "/docs/problems/" + id;

    /// <summary>The kind for a status that something below us answered without a body.</summary>
    internal static string ForStatus(int status) => status switch
    {
        401 => "login-required",
        403 => "forbidden",
        404 => "not-found",
        405 => "method-not-allowed",
        406 => "not-acceptable",
        413 => "content-too-large",
        415 => "unsupported-media-type",
        429 => "too-many-requests",
        503 => "no-release",
        >= 500 => "internal-error",
        _ => "invalid-request",
    };
}
