using DemoCityAnalytics.Api.Endpoints;
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
    public static void MapPaperwork(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{round}/applications/{city:int}/form.{format}", Form).Prints("Print the application form", "The form of the notice's annex (申报表) with the quantified targets, as docx or pdf.");
        routes.MapGet("/{round}/cities/{city:int}/scores.{format}", Scores).Prints("Print a city's score sheet", "Four columns side by side with reasons and number of papers, as docx or pdf. After the freeze.").GivesProblems(409);
        routes.MapGet("/{round}/provinces/{province:int}/recommendation.{format}", Recommendation).Prints("Print a province's recommendation", "The letter to the ministry with ranking and quota line, as docx or pdf.");
    }

    static RouteHandlerBuilder Prints(this RouteHandlerBuilder route, string summary, string description) => route
        .WithTags(RoundRoutes.Tag).WithSummary(summary).WithDescription(description).Produces<byte[]>(200, Handed.Word, Handed.Pdf).GivesProblems(403, 404, 406, 501, 503);

    static async Task<IResult> Form(string round, int city, string format, Acting acting, PaperPrinting papers, CancellationToken cancel)
    {
        var (row, problem) = await acting.City(round, city);
        return row is null ? problem! : await papers.Print(ApplicationPaper.Of(row.Application()), format, cancel);
    }

    static async Task<IResult> Scores(string round, int city, string format, Acting acting, RoundRegister register, RoundCards cards, PaperPrinting papers, CancellationToken cancel)
    {
        var (row, problem) = await acting.City(round, city);
        if (row is null) return problem!;
        var card = await cards.Of((await register.Round(round))!, row, acting.Column);
        return card is { Frozen: { } frozen, Scores: { } scores }
            ? await papers.Print(ScorePaper.Of(row.CityName, card.Round.Name, frozen.Release, frozen.Synthetic, card.Rules, scores.Automatic,
                scores.Columns.Where(x => card.Scored(x.Key)).ToDictionary(), card.Items.ToDictionary(x => x.Item, x => x.Name.Zh),
                card.Items.Where(x => x.Papers.Count > 0).ToDictionary(x => x.Item, x => x.Papers.Count)), format, cancel)
            : new Problem("not-now", "评估数据冻结后才有得分表。", "The score sheet is there after the freeze.");
    }

    static async Task<IResult> Recommendation(
        string round, int province, string format, Acting acting, RoundRegister register, RecommendationDesk desk, PaperPrinting papers, CancellationToken cancel)
    {
        if (await register.Round(round) is not { } row) return Acting.UnknownRound(round);
        if (ProvinceRankings.Hidden(acting, province) is { } hidden) return hidden;
        var cities = (await register.Cities(round)).Where(x => x.ProvinceCode == province).ToList();
        var frozen = await register.Frozen(row);
        return await papers.Print(RecommendationPaper.Of(
            Quota.Provinces.FirstOrDefault(x => x.Code == province)?.Name ?? "", register.Today, row.Rules(), await desk.Ranking(round, province), cities.ToDictionary(x => x.CityCode, x => x.CityName),
            [.. cities.Where(x => x.Standing is Standing.Recommended or Standing.Proposed or Standing.NotProposed or Standing.Designated or Standing.StruckByObjection).Select(x => x.CityCode)],
            row.Settings().PlacesOf(province), frozen is { Synthetic: true }), format, cancel);
    }
}
