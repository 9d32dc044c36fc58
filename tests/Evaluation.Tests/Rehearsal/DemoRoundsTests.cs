using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Sampling;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.Tests.State;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Tests.Rehearsal;

[Collection(StoreCollection.Name)]
public sealed class DemoRoundsTests(Stores stores)
{
    [Fact]
    public async Task Rounds_StandInThreeStages_AndAreNotPlayedTwice()
    {
        List<Area> cities = [.. new[] { 13, 51, 44, 37 }.SelectMany(province => Enumerable.Range(1, 3).Select(i =>
            new Area(province * 10_000 + i * 100, $"示例市{province}{i}", "city", province * 10_000, "prefecture-level city", Synthetic: true)))];
        var figures = new SyntheticFigures(RuleSet.Illustrative(), cities, "demo");
        var where = await stores.NewDatabase("SQLite");
        Task<bool> Play() => DemoRounds.Play(
            clock => Stores.Open("SQLite", where, clock), figures, _ => [.. Enumerable.Range(1, 50).Select(i => new SampleRecord($"file:{i}", $"{i % 3}"))], new Month(2025, 12), new DateOnly(2026, 11, 23), CancellationToken.None);

        Assert.True(await Play());
        Assert.False(await Play());

        var store = await Stores.Open("SQLite", where, new DayClock(new DateOnly(2026, 11, 23)));
        var register = new RoundRegister(store);
        var rounds = await register.Rounds();
        Assert.Equal([(DemoRounds.Third, Stage.Application), (DemoRounds.Second, Stage.ProvincialReview), (DemoRounds.First, Stage.Supervision)], rounds.Select(x => (x.Id, x.Stage)));
        Assert.All(rounds, round => Assert.Contains("合成数据", round.Name, StringComparison.Ordinal));
        Assert.Equal([Standing.Designated, Standing.StruckByObjection, Standing.NotRecommended], (await register.Cities(DemoRounds.First)).Select(x => x.Standing).Distinct().OrderBy(x => x == Standing.Designated ? 0 : x == Standing.StruckByObjection ? 1 : 2));
        Assert.Single(await register.Proposals(DemoRounds.First));
        Assert.Contains((await register.Publicity(DemoRounds.Second)), list => list.LastDay > new DateOnly(2026, 11, 23));
        Assert.Contains(await register.Cities(DemoRounds.Third), city => city.Standing == Standing.Entered);
        Assert.True((await store.VerifyAudit()).Intact);
    }
}
