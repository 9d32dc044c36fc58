using DemoCityAnalytics.Jobs.Tests.PostgreSql;
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

        Assert.Equal(Schedule.Table.Select(entry => entry.Id).Order(), stored.Select(job => job.Id).Order());
        Assert.All(stored, job => Assert.Equal("Asia/Shanghai", job.TimeZoneId));
        // 04:00 in Shanghai is 20:00 UTC of the day before.
        Assert.Equal(20, stored.Single(job => job.Id == "verify").NextExecution!.Value.Hour);
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

public sealed class InMemoryJobsTests
{
    [Fact]
    public Task Timetable_IsStoredInShanghaiTime() => JobsOnBothStorages.TimetableIsStoredInShanghaiTime(null);

    [Fact]
    public Task Verify_SaysWhatIsWrong() => JobsOnBothStorages.VerifySaysWhatIsWrong(null);
}

public sealed class PostgreSqlJobsTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [PostgreSqlFact]
    public Task Timetable_IsStoredInShanghaiTime() => JobsOnBothStorages.TimetableIsStoredInShanghaiTime(server.ConnectionString);

    [PostgreSqlFact]
    public Task Verify_SaysWhatIsWrong() => JobsOnBothStorages.VerifySaysWhatIsWrong(server.ConnectionString);
}
