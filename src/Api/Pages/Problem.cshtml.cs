using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>An error answer for persons; reached only from a request that failed.</summary>
public sealed class ProblemPage(ReleaseReader releases) : PortalPage(releases)
{
    public Problem? Shown { get; private set; }

    protected override bool ShownWithoutRelease => true;

    public IActionResult OnGet()
    {
        Shown = Problems.Problem.Of(HttpContext);
        if (Shown is null) return NotFound();
        Title = Language.Of(Shown.Kind.Title);
        return Page();
    }
}
