using System.Globalization;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.State.Audit;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DemoCityAnalytics.Evaluation.State;

/// <summary>
/// Reads and changes the state. The only way to change it is <see cref="Change"/>, which writes the audit entry in the same
/// transaction: an act that cannot be recorded does not happen.
/// </summary>
public sealed class StateStore
{
    readonly DbContextOptions<StateContext> options;
    readonly TimeProvider clock;

    StateStore(DbContextOptions<StateContext> options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
    }

    /// <summary>The store that the settings name; its tables are brought up to date.</summary>
    public static async Task<StateStore> Open(StateOptions state, WarehouseOptions warehouse, TimeProvider clock, CancellationToken cancel)
    {
        if (state.ConnectionString.Length > 0) return await OpenPostgreSql(state.ConnectionString, clock, cancel);
        Directory.CreateDirectory(warehouse.Folder);
        return await OpenSqlite(Path.Combine(warehouse.Folder, "state.db"), clock, cancel);
    }

    public static Task<StateStore> OpenSqlite(string file, TimeProvider clock, CancellationToken cancel) =>
        Open(new DbContextOptionsBuilder<StateContext>().UseSqlite($"Data Source={file};Foreign Keys=True;Default Timeout=30"), clock, cancel);

    public static Task<StateStore> OpenPostgreSql(string connectionString, TimeProvider clock, CancellationToken cancel) =>
        Open(new DbContextOptionsBuilder<StateContext>().UseNpgsql(connectionString), clock, cancel);

    /// <summary>Asks a PostgreSQL server whether it answers; a connection from the pool would not tell.</summary>
    /// <exception cref="System.Data.Common.DbException">It does not.</exception>
    public static async Task Ask(string connectionString, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
    }

    /// <summary>Whether this went wrong because the database cannot be reached.</summary>
    public static bool IsUnreachable(Exception exception) => exception is NpgsqlException { IsTransient: true } || exception.InnerException is { } inner && IsUnreachable(inner);

    static async Task<StateStore> Open(DbContextOptionsBuilder<StateContext> builder, TimeProvider clock, CancellationToken cancel)
    {
        var store = new StateStore(builder.Options, clock);
        await using var context = store.Context();
        await StateMigrations.Run(context, clock, upTo: null, cancel);
        return store;
    }

    /// <summary>Today in China; deadlines and publicity days are days there.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public async Task<T> Read<T>(Func<StateContext, Task<T>> query)
    {
        await using var context = Context();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await query(context);
    }

    /// <summary>Runs one act and its audit entry in one transaction. A refusal rolls back and leaves no trace.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">What is done; the work may name another when it only proposes.</param>
    /// <param name="subject">What it is done to: round, city, item.</param>
    /// <param name="work">Changes rows through the context; must not save.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task<Outcome<T>> Change<T>(Actor actor, Act act, string subject, Func<StateContext, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        await using var context = Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        // One writer at a time, so that the chain has one end: SQLite locks at BEGIN, PostgreSQL here.
        if (context.Database.IsNpgsql()) await context.Database.ExecuteSqlRawAsync("LOCK TABLE audit IN EXCLUSIVE MODE", cancel);
        var outcome = await work(context);
        if (outcome.Refusal is not null) return outcome;
        context.ChangeTracker.DetectChanges();
        foreach (var row in context.ChangeTracker.Entries<IVersioned>().Where(entry => entry.State is EntityState.Modified or EntityState.Added)) row.Entity.Version++;
        if (!context.ChangeTracker.HasChanges()) return outcome;
        await Record(context, actor, act, subject, cancel);
        try
        {
            await context.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Conflict();
        }
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    /// <summary>Checks the whole audit log against its own chain and, when given, a head held outside.</summary>
    public Task<AuditVerdict> VerifyAudit(AuditHead? held = null) =>
        Read(async state => AuditChain.Verify(await state.Audit.OrderBy(row => row.Sequence).ToListAsync(), held));

    public static Refusal Conflict() => Refusal.Of(RefusalReason.VersionConflict,
        "内容已被他人修改，请刷新后重新提交", "Somebody else has changed this in the meantime; read it again and repeat.");

    internal StateContext Context() => new(options);

    async Task Record(StateContext context, Actor actor, Act act, string subject, CancellationToken cancel)
    {
        var last = await context.Audit.OrderByDescending(row => row.Sequence).Select(row => new { row.Sequence, row.Hash }).FirstOrDefaultAsync(cancel);
        var sequence = (last?.Sequence ?? 0) + 1;
        var previous = last?.Hash ?? AuditChain.Start;
        var at = clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        var payload = CanonicalJson.Hash(context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => new
            {
                Table = entry.Metadata.GetTableName(),
                Change = entry.State.ToString(),
                Fields = entry.Properties.OrderBy(property => property.Metadata.Name, StringComparer.Ordinal)
                    .Select(property => $"{property.Metadata.GetColumnName()}={Convert.ToString(property.CurrentValue, CultureInfo.InvariantCulture)}").ToList(),
            })
            .OrderBy(row => row.Table, StringComparer.Ordinal).ThenBy(row => string.Join('\n', row.Fields), StringComparer.Ordinal).ToList());
        var (person, thing) = (OneLine(actor.Id), OneLine(subject));
        context.Audit.Add(new AuditRow
        {
            Sequence = sequence,
            At = at,
            Actor = person,
            Role = actor.Role.ToString(),
            Act = act.ToString(),
            Subject = thing,
            PayloadHash = payload,
            PreviousHash = previous,
            Hash = AuditChain.Hash(sequence, at, person, actor.Role.ToString(), act.ToString(), thing, payload, previous),
        });
    }

    static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
