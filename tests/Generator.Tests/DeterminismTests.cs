namespace DemoCityAnalytics.Generator.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public async Task Generate_GivesTheSameBytes_ForTheSameSeed()
    {
        using var first = await GeneratedRun.Of(cities: 6, months: 7, seed: 3);
        using var second = await GeneratedRun.Of(cities: 6, months: 7, seed: 3);

        Assert.NotEmpty(first.Digests());
        Assert.Equal(first.Digests(), second.Digests());
    }

    [Fact]
    public async Task Generate_GivesOtherRows_ForAnotherSeed()
    {
        using var first = await GeneratedRun.Of(cities: 2, months: 3, seed: 3);
        using var second = await GeneratedRun.Of(cities: 2, months: 3, seed: 4);

        // The working days are stated, not drawn: they stay, and so may the numbers of faults.
        var (before, after) = (first.Digests(), second.Digests());
        var same = before.Keys.Where(path => after.GetValueOrDefault(path) == before[path] && path != Path.Combine("truth", "rejections.csv"));
        Assert.Equal([Path.Combine("files", "workday_calendar", "工作日历.csv")], same);
    }
}
