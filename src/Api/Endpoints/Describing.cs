using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>An example answer of an operation, for the API description.</summary>
sealed record OperationExample(object Value);

/// <summary>A form other than JSON in which an operation answers.</summary>
sealed record OtherForm(string MediaType);

/// <summary>What one query parameter means, for the API description.</summary>
sealed record ParameterText(string Name, string Description, string? Example);

/// <summary>Words that go into the API description.</summary>
static class Describing
{
    /// <summary>States tag, summary, description and an example answer.</summary>
    public static RouteHandlerBuilder Describe<T>(this RouteHandlerBuilder route, string tag, string summary, string description, T example) where T : notnull =>
        route.WithTags(tag).WithSummary(summary).WithDescription(description).WithMetadata(new OperationExample(example))
            .Produces<T>(StatusCodes.Status200OK, "application/json");

    /// <summary>States the errors this operation gives beside 401, which all may give.</summary>
    public static RouteHandlerBuilder GivesProblems(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses) route.Produces<ProblemBody>(status, "application/problem+json");
        return route;
    }

    /// <summary>Further forms of the answer. (Stating one status twice by Produces leaves the last alone.)</summary>
    public static RouteHandlerBuilder GivesForms(this RouteHandlerBuilder route, params string[] mediaTypes) =>
        route.WithMetadata([.. mediaTypes.Select(mediaType => new OtherForm(mediaType))]);

    /// <summary>A query parameter that the endpoint reads for itself, strictly.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder route, string name, string description, string? example = null) =>
        route.WithMetadata(new ParameterText(name, description, example));

    public static AnswerResult Send(this Answer answer, bool immutable = false) => new(answer, immutable);
}
