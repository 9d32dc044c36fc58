using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Printing;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.Papers;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>The papers of a round as Word file or PDF: application form, score sheet, recommendation.</summary>
static class PaperworkEndpoints
{
    static readonly Lazy<byte[]> Font = new(() => File.ReadAllBytes(ChartFont.Path));

    public static void MapPaperwork(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{round}/applications/{city:int}/form.{format}", Form).Prints("Print the application form", "The form of the notice's annex (申报表) with the quantified targets, as docx or pdf.");
        routes.MapGet("/{round}/cities/{city:int}/scores.{format}", Scores).Prints("Print a city's score sheet", "Four columns side by side with reasons and number of papers, as docx or pdf. After the freeze.").GivesProblems(409);
        routes.MapGet("/{round}/provinces/{province:int}/recommendation.{format}", Recommendation).Prints("Print a province's recommendation", "The letter to the ministry with ranking and quota line, as docx or pdf.");
    }

    static RouteHandlerBuilder Prints(this RouteHandlerBuilder route, string summary, string description) => route
        .WithTags(RoundRoutes.Tag).WithSummary(summary).WithDescription(description).Produces<byte[]>(200, Handed.Word, Handed.Pdf).GivesProblems(403, 404, 406, 501);

    static async Task<IResult> Form(string round, int city, string format, Acting acting, PdfPrinter printer, CancellationToken cancel)
    {
        var (row, problem) = await acting.City(round, city);
        return row is null ? problem! : await Print(ApplicationPaper.Of(row.Application()), format, printer, cancel);
    }

    static async Task<IResult> Scores(string round, int city, string format, Acting acting, RoundRegister register, RoundCards cards, PdfPrinter printer, CancellationToken cancel)
    {
        var (row, problem) = await acting.City(round, city);
        if (row is null) return problem!;
        var card = await cards.Of((await register.Round(round))!, row, acting.Column);
        return card is { Frozen: { } frozen, Scores: { } scores }
            ? await Print(ScorePaper.Of(row.CityName, card.Round.Name, frozen.Release, frozen.Synthetic, card.Rules, scores.Automatic,
                scores.Columns.Where(x => card.Scored(x.Key)).ToDictionary(), card.Items.ToDictionary(x => x.Item, x => x.Name.Zh),
                card.Items.Where(x => x.Papers.Count > 0).ToDictionary(x => x.Item, x => x.Papers.Count)), format, printer, cancel)
            : new Problem("not-now", "评估数据冻结后才有得分表。", "The score sheet is there after the freeze.");
    }

    static async Task<IResult> Recommendation(
        string round, int province, string format, Acting acting, RoundRegister register, RecommendationDesk desk, PdfPrinter printer, CancellationToken cancel)
    {
        if (await register.Round(round) is not { } row) return Acting.UnknownRound(round);
        if (ProvinceRankings.Hidden(acting, province) is { } hidden) return hidden;
        var cities = (await register.Cities(round)).Where(x => x.ProvinceCode == province).ToList();
        var frozen = await register.Frozen(row);
        return await Print(RecommendationPaper.Of(
            Quota.Provinces.FirstOrDefault(x => x.Code == province)?.Name ?? "", register.Today, row.Rules(), await desk.Ranking(round, province), cities.ToDictionary(x => x.CityCode, x => x.CityName),
            [.. cities.Where(x => x.Standing is Standing.Recommended or Standing.Proposed or Standing.NotProposed or Standing.Designated or Standing.StruckByObjection).Select(x => x.CityCode)],
            row.Settings().PlacesOf(province), frozen is { Synthetic: true }), format, printer, cancel);
    }

    static async Task<IResult> Print(OfficialDocument paper, string format, PdfPrinter printer, CancellationToken cancel) => format switch
    {
        "docx" => Handed.Over(paper.Docx(), Handed.Word, paper.Name + ".docx"),
        "pdf" when await printer.Print(paper.Html(Font.Value), cancel) is { } pdf => Handed.Over(pdf, Handed.Pdf, paper.Name + ".pdf"),
        "pdf" => new Problem("no-printer", "本机没有可用的 Chromium，不能生成 PDF；请改取 docx。", "This machine has no Chromium to print PDF with; ask for docx."),
        _ => new Problem("not-acceptable", $"没有 {format} 格式，可用 docx 或 pdf。", $"There is no form {format}; ask for docx or pdf."),
    };
}
