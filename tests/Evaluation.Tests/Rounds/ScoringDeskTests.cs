using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.Tests.State;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Tests.Rounds;

[Collection(StoreCollection.Name)]
public sealed class ScoringDeskTests(Stores stores)
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task TwoWritersOfOneItem_TheSecondIsToldToReadAgain(string provider)
    {
        var round = await SmallRound.InReview(stores, provider);
        var desk = new ScoringDesk(round.Store);
        var seen = (await round.Store.Read(state => state.Scores.SingleAsync())).Version;

        var both = await Task.WhenAll(new[] { 30m, 20m }.Select(points => Task.Run(() => desk.Save(round.Province, SmallRound.Id, SmallRound.City, "S5.2-M", points, "改", seen, CancellationToken.None))));

        Assert.Single(both, outcome => outcome.Refusal is null);
        Assert.Single(both, outcome => outcome.Refusal?.Reason == RefusalReason.VersionConflict);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Drafts_DoNotCount(string provider)
    {
        var round = await SmallRound.InReview(stores, provider);
        var desk = new ScoringDesk(round.Store);
        Assert.Equal(91.5m, (await desk.Scores(SmallRound.Id, ScoreColumn.Province)).Single().Total);

        SmallRound.Done(await desk.Save(round.CityClerk, SmallRound.Id, SmallRound.City, "S5.2-M", 40m, "自评", null, CancellationToken.None));

        Assert.Equal((60m, 1), (await desk.Scores(SmallRound.Id, ScoreColumn.Self)).Single() is var self ? (self.Total, self.Count(ScoreStatus.Expert)) : default);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task LateCorrection_StandsBesideTheFrozenFigure(string provider)
    {
        var round = await SmallRound.InReview(stores, provider);
        var before = (await new ScoringDesk(round.Store).Scores(SmallRound.Id, ScoreColumn.Province)).Single().Total;

        var revisions = await new FreezeDesk(round.Store).Revisions(SmallRound.Id,
            round.Figures.Corrected("R2", (new FigureId("E05", "", SmallRound.City, Period.Parse("2026-12")), 9.9m)));

        Assert.Equal((9.9m, "R2", "E05::510100:2026-12"), revisions.Single() is var revision ? (revision.Now!.Value, revision.Release, revision.Figure) : default);
        Assert.Equal(before, (await new ScoringDesk(round.Store).Scores(SmallRound.Id, ScoreColumn.Province)).Single().Total);
    }
}
