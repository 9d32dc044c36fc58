using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Uploads;

/// <summary>How far a file has come, and which of its rows were refused and why.</summary>
public sealed class UploadStatusPage(ReleaseReader releases, UploadStore store, RejectedRows rejected, AreaScope scope, UploadEffects effects, UploadReceiver receiver) : PortalPage(releases)
{
    const int Listed = 100;

    public Upload Upload { get; private set; } = null!;

    public UploadView View { get; private set; } = null!;

    public IReadOnlyList<RejectedRow> Rows { get; private set; } = [];

    /// <summary>What the file did to the city's gaps; null until the figures are published again.</summary>
    public UploadEffect? Effect { get; private set; }

    /// <summary>The release that does not hold the file yet.</summary>
    public string? Awaited => Upload is { State: UploadState.Loaded, Before: not null, Report.NewRows: > 0 } && Effect is null ? Found?.Manifest.Name : null;

    /// <summary>For the mended file: the same source again.</summary>
    public UploadForm Again => new(Language, receiver.IsOpen, Upload.Source);

    protected override bool ShownWithoutRelease => true;

    public IActionResult OnGet(string id)
    {
        if (UploadEndpoints.Find(id, store, scope) is not { } upload)
            return new Problem("unknown-upload", $"没有上传“{id}”，或者它不是您上传的。", $"There is no upload '{id}', or it is not yours.");
        (Upload, View) = (upload, UploadEndpoints.View(upload, Language));
        Title = T["upload.one", upload.File];
        Effect = upload.State == UploadState.Loaded ? effects.Of(upload) : null;
        Above = [(T["upload.title"], "/upload")];
        Rows = upload.Report?.LoadId is { } load
            ? rejected.Of(load, Language.IsEnglish, 0, Listed)
            : View.Issues.Select(x => new RejectedRow(x.Line ?? 0, x.Column, x.Rule, "rejection", null, "", x.Message, "")).ToList();
        return Page();
    }

    /// <summary>The column's name in the contract.</summary>
    public string ColumnName(string column) =>
        UploadReceiver.Sources.FirstOrDefault(x => x.Source == Upload.Source)?.Columns.FirstOrDefault(x => x.Name == column) is { } found && !Language.IsEnglish ? found.Zh : column;
}
