using System.Data.Common;
using System.Globalization;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DemoCityAnalytics.Evaluation.State;

/// <summary>Numbered changes of the state's tables, each run once and in a transaction; a file that was run is never edited.</summary>
public static class StateMigrations
{
    /// <summary>The steps of this provider in order; a name ending in .sqlite or .postgresql is for that one only.</summary>
    public static IReadOnlyList<EmbeddedText> For(bool postgreSql) =>
        [.. EmbeddedText.All(typeof(StateMigrations).Assembly, "State/Migrations", ".sql")
            .Where(file => !file.Name.EndsWith(postgreSql ? ".sqlite" : ".postgresql", StringComparison.Ordinal))];

    /// <param name="state">A connection to the database.</param>
    /// <param name="clock">Stamps the steps.</param>
    /// <param name="upTo">The last step to run; all when left out.</param>
    /// <param name="cancel">Leaves the steps that are done.</param>
    /// <returns>Steps that were run now.</returns>
    /// <exception cref="InvalidOperationException">A step that was run is not the one that ships now, or the database is newer than the program.</exception>
    public static async Task<int> Run(StateContext state, TimeProvider clock, int? upTo, CancellationToken cancel)
    {
        var postgreSql = state.Database.IsNpgsql();
        if (!postgreSql) await state.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        await using var transaction = await state.Database.BeginTransactionAsync(cancel);
        var connection = state.Database.GetDbConnection();
        // Two processes may start at once: the second waits here and then finds nothing to do.
        if (postgreSql) await Execute(connection, transaction, "SELECT pg_advisory_xact_lock(7310013301)", cancel);
        await Execute(connection, transaction, "CREATE TABLE IF NOT EXISTS state_migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, run_at TEXT NOT NULL)", cancel);
        var done = await Done(connection, transaction, cancel);
        var steps = For(postgreSql);
        if (done.Count > steps.Count)
            throw new InvalidOperationException($"The state was written by a newer version: it has {done.Count} migrations, this program knows {steps.Count}. Run the newer version.");
        var run = 0;
        for (var i = 0; i < steps.Count && i < (upTo ?? steps.Count); i++)
        {
            var sha256 = CanonicalJson.Sha256(steps[i].Text);
            if (i < done.Count)
            {
                if (done[i] != sha256) throw new InvalidOperationException($"{steps[i].Path} was run in another form on this state; a migration that was run is never edited.");
                continue;
            }
            await Execute(connection, transaction, steps[i].Text, cancel);
            await Execute(connection, transaction, "INSERT INTO state_migration VALUES (@number, @name, @sha256, @at)", cancel,
                ("number", i + 1), ("name", steps[i].Name), ("sha256", sha256), ("at", clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
            run++;
        }
        await transaction.CommitAsync(cancel);
        return run;
    }

    static async Task<List<string>> Done(DbConnection connection, IDbContextTransaction transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = "SELECT sha256 FROM state_migration ORDER BY number";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var done = new List<string>();
        while (await reader.ReadAsync(cancel)) done.Add(reader.GetString(0));
        return done;
    }

    static async Task Execute(DbConnection connection, IDbContextTransaction transaction, string sql, CancellationToken cancel, params (string Name, object Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(cancel);
    }
}
