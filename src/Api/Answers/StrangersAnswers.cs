using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Answers;

/// <summary>
/// Answers to questions that callers without login or key have asked before, word for word: given again at the door, without going through routing,
/// login and understanding a second time. Each counts against the caller's limit like any other. For everybody else what may be seen is worked out each time.
/// </summary>
sealed class StrangersAnswers(AnswerCache cache, ReleaseStore releases, IOptions<AccessOptions> access, IOptions<RateLimiterOptions> limits)
{
    readonly Reader? stranger = access.Value.AnonymousRole is { } role ? new Reader("", role, null) : null;

    /// <summary>Lets the same question of a stranger find this answer at the door.</summary>
    /// <param name="release">The release as the caller saw it.</param>
    public Answer Keep(HttpRequest request, ReleaseSnapshot release, Answer answer) => IsStrangers(request) ? cache.Remember(Key(request, release), answer) : answer;

    /// <summary>The answer, or null: then the question goes the whole way, where a caller above the limit is told so.</summary>
    Answer? Find(HttpContext http)
    {
        if (!IsStrangers(http.Request) || !http.Request.Path.StartsWithSegments("/api") || releases.Current() is not { } release) return null;
        if (cache.Repeated(Key(http.Request, ReleaseReader.As(stranger, release))) is not { } answer) return null;
        using var lease = limits.Value.GlobalLimiter?.AttemptAcquire(http);
        return lease is { IsAcquired: false } ? null : answer;
    }

    bool IsStrangers(HttpRequest request)
    {
        var headers = request.Headers;
        return stranger is not null && HttpMethods.IsGet(request.Method) && headers.Cookie.Count == 0 && headers.Authorization.Count == 0
            && !headers.ContainsKey(ApiKeyAuthentication.Header) && !headers.ContainsKey("Prefer");
    }

    static string Key(HttpRequest request, ReleaseSnapshot release) =>
        $"{release.Key}|stranger|{request.Path.Value}{request.QueryString.Value}|{request.Headers.Accept}|{request.Headers.AcceptLanguage}";

    public static void Use(IApplicationBuilder app)
    {
        var answers = app.ApplicationServices.GetRequiredService<StrangersAnswers>();
        app.Use((context, next) => answers.Find(context) is { } answer ? new AnswerResult(answer).ExecuteAsync(context) : next(context));
    }
}
