using System.Text;
using DemoCityAnalytics.Warehouse.Storage;
using DemoCityAnalytics.Warehouse.Tests.Storage;
using DemoCityAnalytics.Warehouse.Verification;

namespace DemoCityAnalytics.Warehouse.Tests.Verification;

public sealed class WarehouseVerificationTests : IAsyncLifetime, IDisposable
{
    readonly TemporaryWarehouse warehouse = new();
    string sha256 = "";

    public async Task InitializeAsync()
    {
        using var delivery = warehouse.Database.Archive.Receive();
        var file = await delivery.Receive(new MemoryStream(Encoding.UTF8.GetBytes("three rows")), CancellationToken.None);
        warehouse.Database.Archive.Keep(file);
        sha256 = file.Sha256;
        Change($"""
            INSERT INTO ops.load VALUES (1, 'job_postings', 'a.csv', '{sha256}', 10, true, 'utf-8', 'csv', 'zh', '', TIMESTAMP '2026-01-01', 3, 2, 1, 0, 1, 0, 0);
            INSERT INTO ops.rejection VALUES (1, 4, 'wage_min', 'type', 'rejection', '8千', '', '', '', '', '');
            CREATE TABLE stg.job_postings (load_id INTEGER, city_code INTEGER, business_key VARCHAR, superseded_by INTEGER);
            INSERT INTO stg.job_postings VALUES (1, 510100, 'A', NULL), (1, 510100, 'B', NULL);
            """);
    }

    [Fact]
    public async Task Run_FindsNothing_InAWholeWarehouse()
    {
        var verified = await Verify();

        Assert.Equal(5, verified.Count);
        Assert.All(verified, statement => Assert.Empty(statement.Issues));
        Assert.All(verified, statement => Assert.True(statement.Examined > 0, statement.Statement));
    }

    [Theory]
    [InlineData("UPDATE ops.load SET rows_read = 4", "accepted and rejected make up what was read", "load 1 of a.csv: 4 rows read, but 2 accepted and 1 rejected")]
    [InlineData("DELETE FROM ops.rejection", "every rejected row has its reason", "load 1 of a.csv: 1 rows rejected, but reasons for 0")]
    [InlineData("DELETE FROM stg.job_postings WHERE business_key = 'A'", "every accepted row is kept", "load 1 of a.csv: 2 rows accepted, but 1 kept")]
    [InlineData("UPDATE stg.job_postings SET superseded_by = 1 WHERE business_key = 'A'", "every key has one current version", "stg.job_postings: 1 keys have no current version or more than one")]
    [InlineData("UPDATE stg.job_postings SET business_key = 'A'", "every key has one current version", "stg.job_postings: 1 keys have no current version or more than one")]
    public async Task Run_NamesWhatNoLongerHolds(string damage, string statement, string issue)
    {
        Change(damage);

        var failed = Assert.Single(await Verify(), verified => verified.Issues.Count > 0);

        Assert.Equal(statement, failed.Statement);
        Assert.Equal(issue, Assert.Single(failed.Issues));
    }

    [Fact]
    public async Task Run_FindsAnArchivedFileThatWasChanged()
    {
        var file = warehouse.Database.Archive.PathOf(sha256);
        File.SetAttributes(file, FileAttributes.Normal);
        await File.AppendAllTextAsync(file, "x");

        var failed = Assert.Single(await Verify(), verified => verified.Issues.Count > 0);

        Assert.StartsWith($"archive: {sha256} holds other bytes", Assert.Single(failed.Issues), StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => warehouse.Dispose();

    void Change(string sql)
    {
        using var connection = warehouse.Database.Connect();
        connection.Execute(sql);
    }

    Task<IReadOnlyList<VerifiedStatement>> Verify() => new WarehouseVerification(warehouse.Database).Run(CancellationToken.None);
}
