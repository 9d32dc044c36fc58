using DemoCityAnalytics.Api.Models;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Models;

/// <summary>Leads on a city's postings, for its staff to confirm or dismiss; only confirmed ones count in B09.</summary>
public sealed class LeadsPage(ReleaseReader releases, PostingLeads leads, LeadDesk desk) : PortalPage(releases)
{
    const int Listed = 50;

    public bool IsOpen => leads.IsOpen;

    public IReadOnlyList<Lead> Leads { get; private set; } = [];

    public IReadOnlyList<Upload> Decisions { get; private set; } = [];

    internal Problem? Refused { get; private set; }

    protected override bool ShownWithoutRelease => true;

    public void OnGet() => Show();

    public async Task<IActionResult> OnPost([FromForm] string? id, [FromForm] string? decision, [FromForm] string? kind, [FromForm] string? reason, CancellationToken cancel)
    {
        var (upload, problem) = await desk.Decide(id ?? "", decision ?? "", kind ?? "", reason ?? "", cancel);
        if (upload is not null) return LocalRedirect("/uploads/" + upload.Id);
        Refused = problem;
        Response.StatusCode = problem!.Kind.Status;
        Response.ContentType = "text/html; charset=utf-8"; // this page says what is wrong, in place of the general one
        Show();
        return Page();
    }

    void Show()
    {
        Title = T["leads.title"];
        if (desk.City is not { } city) return;
        Leads = leads.Of(city, null, Listed);
        Decisions = [.. desk.Decisions().Take(Listed)];
    }
}
