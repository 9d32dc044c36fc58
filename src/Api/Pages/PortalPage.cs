using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>What every page of the portal has: language, texts, the release it is answered from, and the way back.</summary>
public abstract class PortalPage(ReleaseReader releases) : PageModel
{
    public RequestLanguage Language => RequestLanguage.Of(HttpContext);

    public Texts T => Texts.In(Language);

    /// <summary>The release, or null on pages that are shown without one.</summary>
    public ReleaseSnapshot? Found => releases.Current;

    public ReleaseSnapshot Release => releases.Current ?? throw new InvalidOperationException("This page is shown only when there is a release.");

    /// <summary>The page's heading and the window's title.</summary>
    public string Title { get; protected set; } = "";

    /// <summary>Pages above this one, the outermost first.</summary>
    public IReadOnlyList<(string Name, string Address)> Above { get; protected set; } = [];

    /// <summary>Whether the page can be shown before anything has been published.</summary>
    protected virtual bool ShownWithoutRelease => false;

    /// <summary>The same page in the other language.</summary>
    public string InLanguage(string code)
    {
        var path = HttpContext.Items[Problems.ProblemAnswers.PagePath] as string ?? Request.Path.ToString();
        var query = Request.Query.Where(x => x.Key != "lang").SelectMany(x => x.Value, (x, value) => KeyValuePair.Create(x.Key, value));
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(path, query.Append(KeyValuePair.Create("lang", (string?)code)));
    }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Pages show the reader's own area and the state of the moment; no shared cache may keep them.
        Response.Headers.CacheControl = "private, no-cache";
        Response.Headers.Vary = "Accept-Language, Cookie";
        if (Found is null && !ShownWithoutRelease) context.Result = ReleaseReader.NoRelease;
    }
}
