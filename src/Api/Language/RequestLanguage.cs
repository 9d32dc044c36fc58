using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Language;

/// <summary>
/// Chinese or English: what the address asks for (<c>?lang=en</c>, remembered in a cookie), else the cookie, else the browser, else Chinese.
/// </summary>
public sealed class RequestLanguage
{
    public const string Chinese = "zh";
    public const string English = "en";
    const string Name = "lang";

    RequestLanguage(string code) => Code = code;

    public string Code { get; }

    public bool IsEnglish => Code == English;

    /// <summary>Value of the html element's lang attribute.</summary>
    public string Tag => IsEnglish ? "en" : "zh-CN";

    public string Of(BilingualText text) => text.In(Code);

    public string Of(string zh, string en) => IsEnglish ? en : zh;

    /// <summary>Something said beside what stands before it, in brackets.</summary>
    public string Aside(string text) => Of($"（{text}）", $" ({text})");

    public string List(IEnumerable<string> words) => string.Join(Of("、", ", "), words);

    public static RequestLanguage For(string code) => new(code == English ? English : Chinese);

    public static RequestLanguage Of(HttpContext http) =>
        http.Items[typeof(RequestLanguage)] as RequestLanguage ?? throw new InvalidOperationException("UseRequestLanguage is not in the pipeline.");

    internal static RequestLanguage Choose(HttpRequest request) =>
        For(Known(request.Query[Name]) ?? Known(request.Cookies[Name]) ?? FromBrowser(request) ?? Chinese);

    internal static void Remember(HttpContext http)
    {
        if (Known(http.Request.Query[Name]) is { } chosen)
            http.Response.Cookies.Append(Name, chosen, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            });
    }

    static string? Known(string? text) => text switch
    {
        null => null,
        _ when text.StartsWith(English, StringComparison.OrdinalIgnoreCase) => English,
        _ when text.StartsWith(Chinese, StringComparison.OrdinalIgnoreCase) => Chinese,
        _ => null,
    };

    static string? FromBrowser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(x => x.Quality ?? 1).Select(x => Known(x.Value.Value)).FirstOrDefault(x => x is not null);
}

static class RequestLanguageExtensions
{
    public static void UseRequestLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Items[typeof(RequestLanguage)] = RequestLanguage.Choose(context.Request);
        RequestLanguage.Remember(context);
        return next(context);
    });
}
