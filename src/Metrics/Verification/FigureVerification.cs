using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Engine;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Verification;

/// <summary>How many current figures were computed afresh, and those that came out otherwise.</summary>
public sealed record FigureVerificationReport(long Examined, IReadOnlyList<string> Issues);

/// <summary>Computes everything afresh from the rows and compares it with the current figures. Changes nothing.</summary>
public sealed class FigureVerification(WarehouseDatabase database, IndicatorCatalogue catalogue)
{
    public Task<FigureVerificationReport> Run(CancellationToken cancel)
    {
        // In a transaction that is never committed: the marts are built in place, and nobody else sees them.
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        if (connection.Count("SELECT count(*) FROM ops.touched") > 0)
            return Task.FromResult(new FigureVerificationReport(0, ["Rows were loaded that are not computed yet; compute first."]));

        MartBuilder.Build(connection, catalogue.Marts, null, cancel);
        var coverage = Coverage.Read(connection);
        var panel = Panel.Of(AreaTable.All(connection), coverage);
        var engine = new FigureEngine(connection, catalogue, panel, coverage);
        var (examined, issues) = panel.Areas.Count == 0 ? (0, []) : ObservationStore.Examine(connection, engine.ObserveAll(FigureScope.Everything, cancel), cancel);
        transaction.Rollback();
        return Task.FromResult(new FigureVerificationReport(examined, issues));
    }
}
