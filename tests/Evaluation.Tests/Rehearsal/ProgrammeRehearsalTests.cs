using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Evaluation.Tests.State;
using Xunit.Abstractions;

namespace DemoCityAnalytics.Evaluation.Tests.Rehearsal;

[Collection(StoreCollection.Name)]
public sealed class ProgrammeRehearsalTests(Stores stores, ITestOutputHelper output)
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task WholeProgramme_GoesAsExpected(string provider)
    {
        var script = await ProgrammeRehearsal.Play(clock => stores.New(provider, clock), CancellationToken.None);

        foreach (var step in script.Steps.Where(step => step.Unexpected)) output.WriteLine($"{step}");
        output.WriteLine(script.Summary);
        Assert.Equal(0, script.Unexpected);
        Assert.True(script.Steps.Count > 1000, script.Summary);
    }
}
