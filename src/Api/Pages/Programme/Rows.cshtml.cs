using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Sampling;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>The source rows behind an item's frozen figure, where an expert marks the ones in doubt.</summary>
public sealed class RowsPage(ReleaseReader releases, RoundRegister register, Acting acting, CheckDesk desk, FigureEvidences evidences, RoundCards cards, IOptions<ApiOptions> options)
    : RoundCityPage(releases, register, acting)
{
    public string Item { get; private set; } = "";

    public string ItemName { get; private set; } = "";

    /// <summary>The frozen figure with its unit.</summary>
    public string Shown { get; private set; } = "";

    public EvidencePage Rows { get; private set; } = null!;

    /// <summary>The sheet of rows in doubt, as far as there is one.</summary>
    public SampleView? Doubts { get; private set; }

    public string Reason { get; private set; } = "";

    public bool MayDoubt => Acting.May(Act.DrawSample, City.CityCode) && Procedure.Allows(Round.Stage, Act.DrawSample);

    public async Task<IActionResult> OnGet(string round, int city, string item, CancellationToken cancel)
    {
        if (await Find(round, city, "rows.title") is { } problem) return problem;
        var query = new QueryReader(Request, "item", "page", "handler", "done");
        var page = query.Whole("page", 1, 1_000_000) ?? 1;
        if (query.Problem is { } wrong) return wrong;
        if ((await Register.Frozen(Round))?.Find(city, item) is not { Figure: { } text, Value: { } value } frozen || Round.Rules().Items.FirstOrDefault(x => x.Id == item) is not { } rule)
            return Refusal.Of(RefusalReason.NotFound, $"“{item}”没有可查看的源数据行", $"There are no source rows of '{item}'").Problem();
        (Item, ItemName, Shown) = (item, Language.Of(cards.Name(rule)), Language.Of(frozen.Input(rule).Show(value), frozen.Input(rule).ShowEnglish(value)));
        if (await evidences.Rows(Release, FigureId.Parse(text), page, options.Value.EvidenceSample, cancel) is not { } rows) return Finding.UnknownFigure(text, Release);
        Rows = rows;
        if (await Register.Sample(CheckDesk.DoubtSheet(round, city, item)) is { } sheet) Doubts = SampleView.Of(sheet, await desk.CallSheet(sheet.Id));
        Above = [.. Above, (T["rounds.tab_scores"], CityAddress)];
        return Page();
    }

    public async Task<IActionResult> OnPostDoubt(string round, int city, string item, [FromForm] string[] record, [FromForm] string? reason, CancellationToken cancel)
    {
        if (await OnGet(round, city, item, cancel) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult) return await OnGet(round, city, item, cancel);
        Reason = reason?.Trim() ?? "";
        // Only rows that stand on the page can be marked: an address typed by hand names no row.
        var offered = Rows.Rows.ToDictionary(EvidenceRowsTable.Record, row => Release.Areas.GetValueOrDefault(row.AreaCode)?.Name ?? "", StringComparer.Ordinal);
        var marked = record.Select(x => x.Split('|')[0]).Where(offered.ContainsKey).Select(x => new SampleRecord(x, offered[x])).ToList();
        return await End(desk.Doubt(Acting.Actor, round, city, item, marked, (int)Math.Min(int.MaxValue, Rows.TotalRows), Reason, cancel), "doubted", () => OnGet(round, city, item, cancel), $"{Address}?item={Uri.EscapeDataString(item)}");
    }
}
