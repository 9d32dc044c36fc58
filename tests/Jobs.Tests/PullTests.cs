using DemoCityAnalytics.Jobs.Tests.PostgreSql;
using Hangfire.Common;
using Npgsql;

namespace DemoCityAnalytics.Jobs.Tests;

/// <summary>What is read from elsewhere by the timetable; the business system is a PostgreSQL database with a table for each city.</summary>
[Collection("hosts")]
public sealed class PullTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    const string Postings = "SELECT count(*) FROM stg.job_postings WHERE superseded_by IS NULL";

    [PostgreSqlFact]
    public async Task Pull_RunsForEachCity_AndAgainBringsNothingNew()
    {
        var business = await Business();
        ScheduledPull[] pulls = [Of(business, 130100, "shijiazhuang"), Of(business, 130200, "tangshan")];
        await using var host = await JobHost.Start(await server.NewDatabase(), pulls);

        var states = new List<string>();
        foreach (var id in new[] { "pull-job_postings-130100-shijiazhuang", "pull-job_postings-130200-tangshan", "pull-job_postings-130100-shijiazhuang" })
            states.Add((await host.RunNow(id)).State);

        Assert.All(states, state => Assert.Equal("Succeeded", state));
        Assert.True(await host.Counts(Postings, 3));
        var next = host.Outlook.Next().Single(run => run.Id == "pull-job_postings-130200-tangshan");
        Assert.Equal((1, TimeSpan.FromHours(8), "Succeeded"), (next.Next!.Value.Hour, next.Next.Value.Offset, next.LastState));
    }

    [PostgreSqlFact]
    public async Task Pull_IsTriedAgainLater_WhenTheTableIsNotThere()
    {
        await using var host = await JobHost.Start(await server.NewDatabase(), Of(await Business(), 130100, "not_there"));

        var (state, reason) = await host.RunNow("pull-job_postings-130100-not_there");

        Assert.Equal("Scheduled", state);
        Assert.Contains("There is no table or view not_there", reason, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task MissedRun_IsCaughtUp_WhenJobsAreKeptInPostgreSql()
    {
        var pull = Of(await Business(), 130100, "shijiazhuang");
        var jobs = await server.NewDatabase();
        await using (var before = await JobHost.Start(jobs, pull))
        {
            // As if nothing had run since the night before last.
            var missed = TimeProvider.System.GetUtcNow().AddDays(-2).UtcDateTime;
            using var storage = before.Storage;
            using var change = storage.CreateWriteTransaction();
            var then = JobHelper.SerializeDateTime(missed);
            change.SetRangeInHash("recurring-job:" + pull.JobId(), new[] { "CreatedAt", "LastExecution", "NextExecution" }.Select(field => KeyValuePair.Create(field, then)));
            change.AddToSet("recurring-jobs", pull.JobId(), JobHelper.ToTimestamp(missed));
            change.Commit();
        }
        await using var host = await JobHost.Start(jobs, pull);
        Assert.True(await host.Counts(Postings, 2));
    }

    [PostgreSqlFact]
    public async Task Pulls_RunAtTheStart_WhenJobsAreKeptInMemory()
    {
        await using var host = await JobHost.Start(null, Of(await Business(), 130100, "shijiazhuang"));
        Assert.True(await host.Counts(Postings, 2));
    }

    static ScheduledPull Of(string database, int city, string table) =>
        new() { Source = "job_postings", City = city, Table = table, ConnectionString = database, Synthetic = true };

    async Task<string> Business()
    {
        var database = await server.NewDatabase();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            CREATE TABLE shijiazhuang (acb200 text, aca112 text, aab301 text, aae397 date);
            CREATE TABLE tangshan (LIKE shijiazhuang);
            INSERT INTO shijiazhuang VALUES ('P1', '钳工', '130100', '2024-03-05'), ('P2', '车工', '130100', '2024-03-06');
            INSERT INTO tangshan VALUES ('P1', '焊工', '130200', '2024-03-05')
            """, connection);
        await command.ExecuteNonQueryAsync();
        return database;
    }
}

public sealed class TurnsTests
{
    [Fact]
    public async Task Turn_IsGivenToOneAtATime_AndPassedOn()
    {
        var turns = new Turns();
        var first = await turns.Take("job_postings", CancellationToken.None);
        var second = turns.Take("job_postings", CancellationToken.None);

        Assert.False(second.IsCompleted);
        Assert.Null(await turns.Take("job_postings", TimeSpan.Zero, CancellationToken.None));
        using var other = await turns.Take("employers", CancellationToken.None);
        first.Dispose();
        using var passedOn = await second;
    }
}

public sealed class ScheduledPullTests
{
    [Fact]
    public void Settings_AreRefusedWithEveryReason()
    {
        var options = new JobsOptions();
        options.Pulls.Add(new ScheduledPull { Source = "job_posting", City = 13, Table = "t", Address = "https://example.org/a.csv" });
        options.Pulls.Add(new ScheduledPull { Source = "job_postings", City = 130100, Address = "a.csv", Cron = "* *" });

        var issues = options.Validate(new(options)).Select(issue => $"{issue.MemberNames.Single()} {issue.ErrorMessage}").ToList();

        Assert.Equal(["Pulls:0:Source", "Pulls:0:City", "Pulls:0:Table", "Pulls:1:Cron", "Pulls:1:Address"], issues.Select(issue => issue.Split(' ')[0]));
        Assert.Contains("did you mean 'job_postings'", issues[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_NameAPullOnce()
    {
        var options = new JobsOptions();
        for (var times = 0; times < 2; times++) options.Pulls.Add(new ScheduledPull { Source = "job_postings", City = 130100, Table = "zp.gw" });
        Assert.Contains("pull-job_postings-130100-zp.gw is named 2 times", Assert.Single(options.Validate(new(options))).ErrorMessage, StringComparison.Ordinal);
    }
}
