using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Ingest.Pulling;
using DemoCityAnalytics.Jobs.Tests.PostgreSql;
using Npgsql;

namespace DemoCityAnalytics.Ingest.Tests.Pulling;

public sealed class PostgreSqlPullTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    const string Current = "SELECT posting_id, title, openings, city_code, published_on, updated_at FROM stg.job_postings WHERE superseded_by IS NULL ORDER BY posting_id";

    [PostgreSqlFact]
    public async Task Rows_are_read_once_and_then_only_what_changed()
    {
        var database = await server.NewDatabase();
        await Run(database, """
            CREATE SCHEMA zp;
            CREATE TABLE zp.gw (acb200 varchar PRIMARY KEY, aca112 text, acb240 integer, aab301 char(6), aae397 date, aae396 timestamp, aac003 text, memo bytea);
            INSERT INTO zp.gw VALUES ('P1', '钳工, "急"', 3, '130100', '2024-03-05', '2024-03-05 08:00:00', '张三', NULL), ('P2', '车工', NULL, '130200', '2024-03-06', '2024-03-06 08:00:00', '李四', NULL),
                                     ('P3', NULL, 1, '130200', '2024-03-06', '2024-03-06 09:00:00', '王五', NULL)
            """);
        using var warehouse = new TemporaryWarehouse();
        var pull = Pull(warehouse, database);

        var first = await pull.Pull(new TablePull("job_postings", "zp.gw", "aae396", Synthetic: true), null, CancellationToken.None);
        Assert.Equal((LoadOutcome.Loaded, 3L, 2L, "2024-03-06 09:00:00"), (first.Report!.Outcome, first.Report.RowsRead, first.Report.RowsAccepted, first.Watermark));
        Assert.Equal(["P1|钳工, \"急\"|3|130100|2024-03-05|2024-03-05 08:00:00", "P2|车工||130200|2024-03-06|2024-03-06 08:00:00"], warehouse.Rows(Current));
        // A name that the source does not ask for was never fetched.
        Assert.DoesNotContain("张三", await File.ReadAllTextAsync(warehouse.Database.Archive.PathOf(first.Report.Sha256)), StringComparison.Ordinal);

        await Run(database, "UPDATE zp.gw SET aca112 = '高级钳工', aae396 = '2024-03-07 10:00:00' WHERE acb200 = 'P1'; INSERT INTO zp.gw VALUES ('P4', '焊工', 1, '130100', '2024-03-07', '2024-03-07 11:00:00', '', NULL)");
        var second = await pull.Pull(new TablePull("job_postings", "zp.gw", "aae396", Synthetic: true), null, CancellationToken.None);
        // The row at the watermark is read again, P2 before the overlap is not.
        Assert.Equal((3L, 2L), (second.Report!.RowsRead, second.Report.RowsAccepted));
        Assert.Equal(["P1|高级钳工", "P2|车工", "P4|焊工"], warehouse.Rows("SELECT posting_id, title FROM stg.job_postings WHERE superseded_by IS NULL ORDER BY 1"));

        await pull.Pull(new TablePull("job_postings", "zp.gw", "aae396", Synthetic: true), null, CancellationToken.None);
        var idle = await pull.Pull(new TablePull("job_postings", "zp.gw", "aae396", Synthetic: true), null, CancellationToken.None);
        Assert.Equal((LoadOutcome.AlreadyLoaded, 0L), (idle.Report!.Outcome, idle.Report.NewRows));
        Assert.Equal(3, warehouse.Count("SELECT count(*) FROM stg.job_postings WHERE superseded_by IS NULL"));
    }

    [PostgreSqlFact]
    public async Task Nothing_is_ever_written_there_and_what_cannot_be_read_is_said_in_words()
    {
        var database = await server.NewDatabase();
        await Run(database, "CREATE SEQUENCE s; CREATE VIEW writes AS SELECT nextval('s')::text AS acb200, 'x' AS aca112, '130100' AS aab301, DATE '2024-03-05' AS aae397; CREATE TABLE \"odd\"\"name\" (acb200 text, aae396 text)");
        using var warehouse = new TemporaryWarehouse();
        var pull = Pull(warehouse, database);
        Task<PullException> Refused(string table, string? watermark) => Assert.ThrowsAsync<PullException>(() => pull.Pull(new TablePull("job_postings", table, watermark), null, CancellationToken.None));

        Assert.Contains("read-only transaction", (await Refused("public.writes", null)).Message, StringComparison.Ordinal);
        Assert.Contains("There is no table or view nothing", (await Refused("nothing", null)).Message, StringComparison.Ordinal);
        Assert.Contains("no column aae397", (await Refused("\"odd\"\"name\"", "aae397")).Message, StringComparison.Ordinal);
        Assert.Contains("Pull:PostgreSqlConnectionString", (await Assert.ThrowsAsync<PullException>(() => Pull(warehouse, "").Pull(new TablePull("job_postings", "t", null), null, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Equal(0, warehouse.Count("SELECT count(*) FROM ops.load"));
    }

    static PostgreSqlPull Pull(TemporaryWarehouse warehouse, string database) =>
        new(warehouse.Loader, warehouse.Database, TemporaryWarehouse.Contracts, new PullOptions { PostgreSqlConnectionString = database }, new FixedClock());

    static async Task Run(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
