using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Uploads;

/// <summary>Where a city sends its files; works without script, and shows how far the sending has come with it.</summary>
public sealed class UploadPage(ReleaseReader releases, UploadReceiver receiver, UploadStore store, AreaScope scope) : PortalPage(releases)
{
    const int Listed = 50;

    public UploadForm Form { get; private set; } = null!;

    public IReadOnlyList<Upload> Mine { get; private set; } = [];

    internal Problem? Refused { get; private set; }

    protected override bool ShownWithoutRelease => true;

    public void OnGet() => Show("");

    public async Task<IActionResult> OnPost([FromForm] string? source, IFormFile? file, [FromForm] string? key, CancellationToken cancel)
    {
        var (upload, problem) = await receiver.Receive(source ?? "", file, key ?? "", cancel);
        if (upload is not null) return LocalRedirect("/uploads/" + upload.Id);
        Refused = problem;
        Response.StatusCode = problem!.Kind.Status;
        Response.ContentType = "text/html; charset=utf-8"; // this page says what is wrong, in place of the general one
        Show(source ?? "");
        return Page();
    }

    void Show(string chosen)
    {
        Form = new UploadForm(Language, receiver.IsOpen, chosen);
        Title = T["upload.title"];
        Mine = UploadEndpoints.Mine(store, scope).Take(Listed).ToList();
    }
}
