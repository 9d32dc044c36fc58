using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.State.Audit;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Tests.State;

[Collection(StoreCollection.Name)]
public sealed class StateStoreTests(Stores stores)
{
    static readonly Actor Operator = new("ops-1", Role.Operator);
    readonly DayClock clock = new(new DateOnly(2026, 3, 2));

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Migrations_FromEmpty_GiveTheTablesOfTheModel(string provider)
    {
        var store = await stores.New(provider, clock);
        await using var context = store.Context();

        foreach (var table in context.Model.GetEntityTypes())
        {
            var columns = string.Join(", ", table.GetProperties().Select(property => property.GetColumnName()));
            var sql = $"SELECT {columns} FROM {table.GetTableName()} WHERE 1 = 0";
            await context.Database.ExecuteSqlRawAsync(sql);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Migrations_FromThePreviousVersion_KeepWhatIsThere(string provider)
    {
        var where = await stores.NewDatabase(provider);
        await using (var old = Context(provider, where))
        {
            await old.Database.OpenConnectionAsync();
            Assert.Equal(1, await StateMigrations.Run(old, clock, upTo: 1, CancellationToken.None));
            await old.Database.ExecuteSqlRawAsync("INSERT INTO round (id, name, stage, settings, rule_set, version) VALUES ('2025-R1', '旧轮次', 'Supervision', '-', '-', 7)");
        }

        var store = await Stores.Open(provider, where, clock);

        var round = await store.Read(state => state.Rounds.SingleAsync());
        Assert.Equal(("旧轮次", Stage.Supervision, 7), (round.Name, round.Stage, round.Version));
        await using var again = store.Context();
        Assert.Equal(0, await StateMigrations.Run(again, clock, upTo: null, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Migrations_ThatWereEdited_AreRefused(string provider)
    {
        var store = await stores.New(provider, clock);
        await using var context = store.Context();
        await context.Database.ExecuteSqlRawAsync("UPDATE state_migration SET sha256 = 'x' WHERE number = 1");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StateMigrations.Run(context, clock, upTo: null, CancellationToken.None));

        Assert.Contains("0001_initial.sql was run in another form", error.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Change_WritesItsAuditEntryInTheSameTransaction(string provider)
    {
        var store = await stores.New(provider, clock);
        await Add(store, "a");
        await Add(store, "b");

        var audit = await store.Read(state => state.Audit.OrderBy(row => row.Sequence).ToListAsync());
        Assert.Equal([(1, "a"), (2, "b")], audit.Select(row => (row.Sequence, row.Subject)));
        Assert.Equal("2026-03-02T01:30:00.0000000Z", audit[0].At);
        Assert.Equal((AuditChain.Start, audit[0].Hash), (audit[0].PreviousHash, audit[1].PreviousHash));
        Assert.NotEqual(audit[0].PayloadHash, audit[1].PayloadHash);
        Assert.True((await store.VerifyAudit()).Intact);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Change_WhoseAuditEntryCannotBeWritten_DoesNotHappen(string provider)
    {
        var store = await stores.New(provider, clock);
        await using var context = store.Context();
        // The next entry's place is taken already, as when the log was tampered with.
        const string taken = "INSERT INTO audit VALUES (1, '-', '-', '-', '-', '-', '-', 'start', 'x'), (0, '-', '-', '-', '-', '-', '-', 'x', 'y')";
        await context.Database.ExecuteSqlRawAsync(taken);

        // PreviousHash is unique: entry 2 would have to follow 'x', which entry 0 claims.
        await Assert.ThrowsAsync<DbUpdateException>(() => Add(store, "a"));

        Assert.Equal(0, await store.Read(state => state.Rounds.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Change_ThatIsRefused_LeavesNoTrace(string provider)
    {
        var store = await stores.New(provider, clock);

        var outcome = await store.Change<int>(Operator, Act.OpenRound, "a", state =>
        {
            state.Rounds.Add(Round("a"));
            return Task.FromResult<Outcome<int>>(Refusal.Of(RefusalReason.NotFound, "-", "-"));
        }, CancellationToken.None);

        Assert.Equal(RefusalReason.NotFound, outcome.Refusal?.Reason);
        Assert.Equal((0, 0), await store.Read(async state => (await state.Rounds.CountAsync(), await state.Audit.CountAsync())));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Change_ByManyAtOnce_KeepsOneChain(string provider)
    {
        var store = await stores.New(provider, clock);

        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => Add(store, $"r{i}"))));

        var verdict = await store.VerifyAudit();
        Assert.Equal((24L, true), (verdict.Entries, verdict.Intact));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Audit_CannotBeChangedOrDeleted(string provider)
    {
        var store = await stores.New(provider, clock);
        await Add(store, "a");
        await using var context = store.Context();

        foreach (var sql in new[] { "UPDATE audit SET actor = 'x'", "DELETE FROM audit" })
            Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<Exception>(() => context.Database.ExecuteSqlRawAsync(sql))).Message, StringComparison.Ordinal);
        Assert.True((await store.VerifyAudit()).Intact);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Points_AreKeptExactly(string provider)
    {
        var store = await stores.New(provider, clock);
        await Add(store, "a");
        await store.Change<int>(Operator, Act.SaveScore, "a", state =>
        {
            state.Cities.Add(new CityRow { RoundId = "a", CityCode = 510100, ProvinceCode = 510000, CityName = "例市", Form = "{}" });
            state.Scores.Add(new ScoreRow { RoundId = "a", CityCode = 510100, Item = "S1.1-M", ScoreColumn = Evaluation.Scoring.ScoreColumn.Self, Entered = 8.57m });
            return Task.FromResult<Outcome<int>>(1);
        }, CancellationToken.None);

        var score = await store.Read(state => state.Scores.SingleAsync());
        Assert.Equal((8.57m, true, 1), (score.Entered!.Value, score.Draft, score.Version));
    }

    static async Task Add(StateStore store, string id) => await store.Change<int>(Operator, Act.OpenRound, id, state =>
    {
        state.Rounds.Add(Round(id));
        return Task.FromResult<Outcome<int>>(1);
    }, CancellationToken.None);

    static RoundRow Round(string id) => new() { Id = id, Name = "例", Settings = "{}", RuleSet = "-" };

    static StateContext Context(string provider, string where) => new((provider == "SQLite"
        ? new DbContextOptionsBuilder<StateContext>().UseSqlite($"Data Source={where}")
        : new DbContextOptionsBuilder<StateContext>().UseNpgsql(where)).Options);
}
