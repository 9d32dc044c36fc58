using System.Globalization;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Recomputing;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>From a figure down to its source rows: rule version, formula with numbers, files, rows (masked).</summary>
public sealed class EvidencePageModel(
    ReleaseReader releases, AreaScope scope, FigureEvidences evidences, FigureRecomputations recomputations, IOptions<ApiOptions> options, ILogger<EvidencePageModel> log) : PortalPage(releases)
{
    public FigureEvidence Evidence { get; private set; } = null!;
    public EvidencePage Rows { get; private set; } = null!;
    public IReadOnlyList<EvidenceFileView> Files { get; private set; } = [];
    public ReleasedIndicator Indicator { get; private set; } = null!;
    public Area Area { get; private set; } = null!;

    /// <summary>The figure from the archived files, when that was asked for.</summary>
    public Recomputed? FromArchive { get; private set; }

    /// <summary>Every answer given for this figure, oldest first.</summary>
    public IReadOnlyList<Observation> History { get; private set; } = [];

    /// <summary>Computes the figure again from the archived files.</summary>
    public async Task<IActionResult> OnPost(string id, CancellationToken cancel)
    {
        var page = await OnGet(id, cancel);
        if (page is not PageResult) return page;
        FromArchive = await recomputations.Run(Release, Evidence.Published.Id, cancel);
        return FromArchive.Problem is { } problem ? problem : page;
    }

    public async Task<IActionResult> OnGet(string id, CancellationToken cancel)
    {
        if (Figures.Find(id, Release) is not { } found) return Finding.UnknownFigure(id, Release);
        if (scope.Refusal(found.Area.Code, Release) is { } refusal) return refusal;
        var query = new QueryReader(Request, "page");
        var page = query.Whole("page", 1, 1_000_000) ?? 1;
        if (query.Problem is { } problem) return problem;

        Log.RowsRead(log, scope.Reader?.Name ?? "", found.Id.ToString());
        (Indicator, Area) = (found.Indicator, found.Area);
        Evidence = (await evidences.Explain(Release, found.Id, cancel))!;
        Rows = (await evidences.Rows(Release, found.Id, page, options.Value.EvidenceSample, cancel))!;
        Files = EvidenceView.FilesOf(Evidence, Release);
        History = Release.History(found.Id);
        var name = Indicator.Header.Name(found.Id.Variant, Language);
        Title = T["evidence.title", Language.Of($"{Area.Name}{name}，{FigureText.Of(found.Id.Period, Language)}", $"{name}, {Area.Name}, {FigureText.Of(found.Id.Period, Language)}")];
        Above = [
            (T["nav.overview"], "/"), (Area.Name, string.Create(CultureInfo.InvariantCulture, $"/cities/{Area.Code}")),
            (Language.Of(Indicator.Header.Name), string.Create(CultureInfo.InvariantCulture, $"/cities/{Area.Code}/indicators/{Indicator.Code}")),
        ];
        return Page();
    }
}
