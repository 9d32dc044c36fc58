using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>What each kind of error answer means: the page that the answer's <c>type</c> leads to, in both languages.</summary>
public sealed class ProblemDocsPage(ReleaseReader releases) : PortalPage(releases)
{
    public ProblemKind? Kind { get; private set; }

    public RequestLanguage Other => RequestLanguage.For(Language.IsEnglish ? RequestLanguage.Chinese : RequestLanguage.English);

    protected override bool ShownWithoutRelease => true;

    public IActionResult OnGet(string? id)
    {
        Title = T["problem.title"];
        if (id is null) return Page();
        if (!ProblemKinds.All.TryGetValue(id, out var kind))
            return new Problem("unknown-problem",
                $"没有错误说明“{id}”。/docs/problems 列出全部说明。",
                $"There is no error page '{id}'{NearestName.Hint(id, ProblemKinds.All.Keys)}. /docs/problems lists all.");
        Kind = kind;
        Title = Language.Of(kind.Title);
        Above = [(T["problem.title"], "/docs/problems")];
        return Page();
    }
}
