using DemoCityAnalytics.Jobs.Tests.PostgreSql;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;
using Hangfire.Storage;

namespace DemoCityAnalytics.Jobs.Tests;

/// <summary>What must hold wherever jobs are kept.</summary>
static class JobsOnBothStorages
{
    public static async Task TimetableIsStoredInShanghaiTime(string? connectionString)
    {
        await using var host = await JobHost.Start(connectionString);
        using var storage = host.Storage;

        var stored = storage.GetRecurringJobs();

        Assert.Equal(["compute", "load", "publish", "screen", "train", "verify"], stored.Select(job => job.Id).Order());
        Assert.All(stored, job => Assert.Equal("Asia/Shanghai", job.TimeZoneId));
        // 04:00 in Shanghai is 20:00 UTC of the day before.
        Assert.Equal(20, stored.Single(job => job.Id == "verify").NextExecution!.Value.Hour);
    }

    public static async Task LoadComputeAndPublishSucceed_AndAgainChangeNothing(string? connectionString)
    {
        await using var host = await JobHost.Start(connectionString);
        await SyntheticFiles.DropInto(host.Inbox);
        var refused = Directory.CreateDirectory(Path.Combine(host.Inbox, "employers")).FullName;
        await File.WriteAllTextAsync(Path.Combine(refused, "nothing-known.csv"), "a,b\n1,2\n");

        var states = new List<string>();
        foreach (var job in new[] { "load", "compute", "publish", "verify" }) states.Add((await host.RunNow(job)).State);
        var first = new ReleaseStore(host.Warehouse.ReleaseFolder).Current()!.Manifest.Name;
        foreach (var job in new[] { "load", "compute", "publish", "verify" }) states.Add((await host.RunNow(job)).State);

        Assert.All(states, state => Assert.Equal("Succeeded", state));
        Assert.Equal(first, new ReleaseStore(host.Warehouse.ReleaseFolder).Current()!.Manifest.Name);
        using var warehouse = host.Warehouse.Connect();
        Assert.True(warehouse.Count("SELECT count(*) FROM obs.observation WHERE indicator = 'E05' AND value IS NOT NULL") > 0);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(host.Inbox, "taken"), "*", SearchOption.AllDirectories));
        Assert.True(File.Exists(Path.Combine(host.Inbox, "refused", "employers", "nothing-known.csv.issues.json")));
        Assert.Equal(
            warehouse.Count("SELECT count(*) FROM ops.load"),
            Directory.EnumerateFiles(Path.Combine(host.Inbox, "loaded"), "*", SearchOption.AllDirectories).LongCount());
    }

    public static async Task VerifySaysWhatIsWrong(string? connectionString)
    {
        await using var host = await JobHost.Start(connectionString);
        var before = await host.RunNow("verify");
        using (var warehouse = host.Warehouse.Connect())
            warehouse.Execute("INSERT INTO ops.load VALUES (1, 'job_postings', 'a.csv', 'ab12', 1, true, '', '', '', '', TIMESTAMP '2026-01-01', 1, 0, 0, 0, 0, 0, 0)");

        var (state, reason) = await host.RunNow("verify");

        Assert.Equal("Succeeded", before.State);
        Assert.Equal("Failed", state);
        Assert.Contains("archive: ab12 is not there", reason, StringComparison.Ordinal);
    }
}

[Collection("hosts")] // one after the other: Hangfire writes its log through whichever host was made last, also one that is gone
public sealed class InMemoryJobsTests
{
    [Fact]
    public Task Timetable_IsStoredInShanghaiTime() => JobsOnBothStorages.TimetableIsStoredInShanghaiTime(null);

    [Fact]
    public Task LoadComputeAndPublish_Succeed_AndAgainChangeNothing() => JobsOnBothStorages.LoadComputeAndPublishSucceed_AndAgainChangeNothing(null);

    [Fact]
    public Task Verify_SaysWhatIsWrong() => JobsOnBothStorages.VerifySaysWhatIsWrong(null);
}

[Collection("hosts")]
public sealed class PostgreSqlJobsTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [PostgreSqlFact]
    public async Task Timetable_IsStoredInShanghaiTime() => await JobsOnBothStorages.TimetableIsStoredInShanghaiTime(await server.NewDatabase());

    [PostgreSqlFact]
    public async Task LoadComputeAndPublish_Succeed_AndAgainChangeNothing() =>
        await JobsOnBothStorages.LoadComputeAndPublishSucceed_AndAgainChangeNothing(await server.NewDatabase());

    [PostgreSqlFact]
    public async Task Verify_SaysWhatIsWrong() => await JobsOnBothStorages.VerifySaysWhatIsWrong(await server.NewDatabase());
}
