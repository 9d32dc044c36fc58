using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Scoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>P3 and P4: the four columns side by side, drafts and submissions.</summary>
static class ScoreEndpoints
{
    public static void MapScores(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{round}/cities/{city:int}/scores", Get).Reads("Get a city's score sheet", "Every item with its frozen figure and four columns: by the rules, self, province, ministry. Drafts are shown to their own level alone.", RoundExamples.Sheet);
        routes.MapPut("/{round}/cities/{city:int}/scores/{item}", Save).Does("Save a draft of one score", "Goes into the column of the caller's level and counts only when submitted. The first save needs no If-Match, every later one does.", RoundExamples.Scoring, RoundExamples.Saved, version: true);
        routes.MapPost("/{round}/cities/{city:int}/scores/{item}/submission", Submit).Does("Submit one score", "Refused without points, without a reason, or without the papers the item asks for.", RoundExamples.Submitted, version: true);
        routes.MapPost("/{round}/cities/{city:int}/submission", SubmitAll).Does("Submit all drafts of a city", "Every draft in the caller's column, or none when one of them lacks something.", RoundExamples.Count);
    }

    static async Task<IResult> Get(string round, int city, RoundRegister register, Acting acting, RoundCards cards)
    {
        var (row, problem) = await acting.City(round, city);
        if (row is null) return problem!;
        var card = await cards.Of((await register.Round(round))!, row, acting.Column);
        return new Versioned(new ScoreSheetView(
            RoundCity.Of(row), RegisterEndpoints.Rules(card.Round), RegisterEndpoints.Freeze(card.Round, card.Frozen), card.Scores?.Automatic.Total,
            card.Total(ScoreColumn.Self), card.Total(ScoreColumn.Province), card.Total(ScoreColumn.Ministry), card.Scores?.Automatic.Vetoed ?? false, card.CompletenessPercent,
            [.. card.Items.Select(ScoreItemView.Of)]), row.Version);
    }

    static async Task<IResult> Save(string round, int city, string item, HttpRequest request, ScoringDesk desk, RoundRegister register, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<ScoreInputView>();
        if (body is null) return wrong!;
        var (version, unreadable) = request.VersionIfAny();
        if (unreadable is not null) return unreadable;
        if (version is null && acting.Column is { } column && (await register.Entries(round, city)).Any(x => x.Item == item && x.ScoreColumn == column)) return request.Version().Problem!;
        return (await desk.Save(acting.Actor, round, city, item, body.Entered, body.Reason, version, cancel)).Answer(row => new Versioned(SavedScore.Of(row), row.Version));
    }

    static async Task<IResult> Submit(string round, int city, string item, HttpRequest request, ScoringDesk desk, Acting acting, CancellationToken cancel)
    {
        var (version, needed) = request.Version();
        return version is { } seen ? (await desk.Submit(acting.Actor, round, city, item, seen, cancel)).Answer(row => new Versioned(SavedScore.Of(row), row.Version)) : needed!;
    }

    static async Task<IResult> SubmitAll(string round, int city, ScoringDesk desk, Acting acting, CancellationToken cancel) =>
        (await desk.SubmitSheet(acting.Actor, round, city, cancel)).Answer(count => new Versioned(new Counted(count)));
}
