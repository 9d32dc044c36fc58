using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Jobs;

/// <summary>
/// Takes models into use, and brings the fact table of forecasts into line: the file that the model in use wrote is loaded like any source, and those of
/// later models are withdrawn. Done twice it changes nothing; the figures follow with the next computation.
/// </summary>
public sealed class ModelTurn(WarehouseDatabase warehouse, ModelService models, Loader loader)
{
    /// <summary>Trains these models, all of them when none is named.</summary>
    /// <returns>What came of each, and whether rows of forecasts have changed.</returns>
    public async Task<(IReadOnlyList<TrainingOutcome> Outcomes, bool Loaded)> Train(IReadOnlyCollection<string> names, CancellationToken cancel) =>
        (models.Train(names, cancel), await LoadForecasts(cancel));

    /// <summary>Takes an earlier model into use again; null when there is no such one.</summary>
    public async Task<(KeptModel? Model, bool Loaded)> RollBack(string name, int? number, CancellationToken cancel) =>
        models.Store.RollBack(name, number) is { } kept ? (kept, await LoadForecasts(cancel)) : (null, false);

    async Task<bool> LoadForecasts(CancellationToken cancel)
    {
        if (models.Store.InUse(ModelTraining.Forecast) is not { } used) return false;
        var (later, synthetic) = Loaded(used.Number);
        foreach (var load in later) await loader.Revoke(load, $"forecast {used.Number} is in use again", cancel);
        var file = Path.Combine(models.Store.FolderOf(used.Model, used.Number), ForecastTable.File);
        await using var content = File.OpenRead(file);
        var report = await loader.Load(ForecastTable.Source, content, NameOf(used.Number), LoadOptions.Default with { Synthetic = synthetic }, null, cancel);
        return report.Outcome == LoadOutcome.Failed
            ? throw new InvalidDataException(string.Join(Environment.NewLine, report.Issues.Select(issue => issue.En)))
            : report.Outcome == LoadOutcome.Loaded || later.Count > 0;
    }

    // Forecasts of generated figures are no more real than these.
    (IReadOnlyList<int> Later, bool Synthetic) Loaded(int number)
    {
        using var connection = warehouse.Connect();
        var names = models.Store.All(ModelTraining.Forecast).Where(kept => kept.Number > number).Select(kept => NameOf(kept.Number)).ToHashSet(StringComparer.Ordinal);
        var loads = connection.Query(
            "SELECT load_id, file_name FROM ops.load WHERE source = $source AND load_id NOT IN (SELECT load_id FROM ops.revocation)",
            row => (Id: row.GetInt32(0), Name: row.GetString(1)), ("source", ForecastTable.Source));
        return ([.. loads.Where(load => names.Contains(load.Name)).Select(load => load.Id)], connection.Count("SELECT count(*) FROM ops.load WHERE synthetic") > 0);
    }

    static string NameOf(int number) => $"forecasts-{number}.csv";
}
