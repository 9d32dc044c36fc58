using DemoCityAnalytics.Api.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Problems;

/// <summary>One mistake in a request, with the place it is in.</summary>
public sealed record ProblemError(string Pointer, string Code, string MessageZh, string MessageEn);

/// <summary>
/// An error answer (RFC 9457) before it is written: as <c>application/problem+json</c> for programs, as a page for persons.
/// Returned from endpoints and pages alike; <see cref="ProblemAnswers"/> writes it.
/// </summary>
public sealed record Problem(string Id, string DetailZh, string DetailEn) : IResult, IActionResult
{
    public IReadOnlyList<ProblemError> Errors { get; init; } = [];

    /// <summary>Seconds after which the caller may try again.</summary>
    public int? RetryAfter { get; init; }

    public ProblemKind Kind => ProblemKinds.All[Id];

    public string Detail(RequestLanguage language) => language.Of(DetailZh, DetailEn);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Items[typeof(Problem)] = this;
        httpContext.Response.StatusCode = Kind.Status;
        return Task.CompletedTask;
    }

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    internal static Problem? Of(HttpContext http) => http.Items[typeof(Problem)] as Problem;
}
