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

        // The numbers of faults are stated, not drawn: they stay.
        var same = first.Digests().Values.Intersect(second.Digests().Values);
        Assert.Equal([first.Digests()[Path.Combine("truth", "rejections.csv")]], same);
    }
}
