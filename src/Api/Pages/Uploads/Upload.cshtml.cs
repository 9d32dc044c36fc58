using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Uploads;
using DemoCityAnalytics.Ingest.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Pages.Uploads;

/// <summary>Where a city sends its files; works without script, and shows how far the sending has come with it.</summary>
public sealed class UploadPage(ReleaseReader releases, UploadReceiver receiver, UploadStore store, AreaScope scope, IOptions<ApiOptions> options) : PortalPage(releases)
{
    const int Listed = 50;

    public bool IsOpen => receiver.IsOpen;

    public static IReadOnlyList<Contract> Sources => UploadReceiver.Sources;

    public int LargestMiB => options.Value.LargestUploadMiB;

    /// <summary>Sent with the form, so that a form sent twice is one upload.</summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    public string Chosen { get; private set; } = "";

    public IReadOnlyList<Upload> Mine { get; private set; } = [];

    internal Problem? Refused { get; private set; }

    protected override bool ShownWithoutRelease => true;

    public void OnGet() => Show();

    public async Task<IActionResult> OnPost([FromForm] string? source, IFormFile? file, [FromForm] string? key, CancellationToken cancel)
    {
        var (upload, problem) = await receiver.Receive(source ?? "", file, key ?? "", cancel);
        if (upload is not null) return LocalRedirect("/uploads/" + upload.Id);
        (Refused, Chosen) = (problem, source ?? "");
        Response.StatusCode = problem!.Kind.Status;
        Response.ContentType = "text/html; charset=utf-8"; // this page says what is wrong, in place of the general one
        Show();
        return Page();
    }

    void Show()
    {
        Title = T["upload.title"];
        Mine = UploadEndpoints.Mine(store, scope).Take(Listed).ToList();
    }
}
