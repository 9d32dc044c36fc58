using System.Diagnostics;
using System.Text.Json;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Api.Problems;

/// <summary>Gives every error a body, whoever caused it: our endpoints, the framework, an address nobody answers, a bug.</summary>
static class ProblemAnswers
{
    public const string PagePath = "/problem";

    public static void UseProblemAnswers(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = e.StatusCode;
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Log.RequestFailed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("DemoCityAnalytics.Api"), e, context.Request.Method, context.Request.Path);
            context.Response.Clear();
            if (StateStore.IsUnreachable(e)) await new Problem("database-lost", ProblemKinds.All["database-lost"].Cause.Zh, ProblemKinds.All["database-lost"].Cause.En).ExecuteAsync(context);
            else context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null) return;
        var problem = Problem.Of(context) ?? FromStatus(context);
        response.StatusCode = problem.Kind.Status;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (WantsPage(context.Request)) await ShowPage(context, next, problem);
        else await WriteJson(context, problem);
    });

    static Problem FromStatus(HttpContext context)
    {
        var id = ProblemKinds.ForStatus(context.Response.StatusCode);
        var request = $"{context.Request.Method} {context.Request.Path}";
        return id switch
        {
            "not-found" => new Problem(id, $"没有 {request} 这一地址。", $"There is nothing at {request}."),
            "method-not-allowed" => new Problem(id, $"{context.Request.Path} 不接受 {context.Request.Method} 方法，可用：{context.Response.Headers.Allow}。", $"{context.Request.Path} does not take {context.Request.Method}; it takes {context.Response.Headers.Allow}."),
            _ => new Problem(id, ProblemKinds.All[id].Cause.Zh, ProblemKinds.All[id].Cause.En),
        };
    }

    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/openapi") && !request.Path.StartsWithSegments("/health")
        && request.GetTypedHeaders().Accept.Any(x => x.MediaType == "text/html");

    static async Task ShowPage(HttpContext context, RequestDelegate next, Problem problem)
    {
        var (path, method, status) = (context.Request.Path, context.Request.Method, context.Response.StatusCode);
        context.Items[typeof(Problem)] = problem;
        context.Items[PagePath] = path.ToString();
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = PagePath;
        context.Request.Method = HttpMethods.Get;
        try
        {
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            });
            await next(context);
        }
        finally
        {
            (context.Request.Path, context.Request.Method) = (path, method);
        }
    }

    static async Task WriteJson(HttpContext context, Problem problem)
    {
        var language = RequestLanguage.Of(context);
        var kind = problem.Kind;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.ContentLanguage = language.Tag;
        context.Response.Headers.Vary = "Accept, Accept-Language";
        var body = JsonSerializer.SerializeToUtf8Bytes(new ProblemBody(
            ProblemKinds.PageOf(problem.Id), language.Of(kind.Title), kind.Status, problem.Detail(language), context.Request.Path,
            Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier,
            problem.Errors.Select(e => new ProblemBodyError(e.Pointer, e.Code, language.Of(e.MessageZh, e.MessageEn))).ToList()), JsonText.Options);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}

/// <summary>Error answer, RFC 9457.</summary>
/// <param name="Type">Address of the page that explains this kind of error.</param>
/// <param name="Detail">What is wrong with this request, and what to do.</param>
/// <param name="TraceId">Quote it when you report the error.</param>
public sealed record ProblemBody(string Type, string Title, int Status, string Detail, string Instance, string TraceId, IReadOnlyList<ProblemBodyError> Errors);

/// <summary>One mistake in the request.</summary>
/// <param name="Pointer">The parameter: <c>#/query/period</c>.</param>
public sealed record ProblemBodyError(string Pointer, string Code, string Message);
