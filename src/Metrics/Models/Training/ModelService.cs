using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Models.Training;

/// <summary>Trains, keeps and rolls back the models of a warehouse.</summary>
public sealed class ModelService(WarehouseDatabase warehouse, TimeProvider clock)
{
    /// <summary>The models of a warehouse folder, also for processes that do not open the warehouse.</summary>
    public static ModelStore StoreOf(WarehouseOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(Path.Combine(options.Folder, "models"), clock);
    }

    public ModelStore Store { get; } = StoreOf(warehouse.Options, clock);

    /// <summary>Trains these models, all of them when none is named; one that cannot be trained does not keep the others from it.</summary>
    public IReadOnlyList<TrainingOutcome> Train(IReadOnlyCollection<string> models, CancellationToken cancel)
    {
        var training = new ModelTraining(warehouse);
        return [.. ModelTraining.Names.Where(name => models.Count == 0 || models.Contains(name)).Select(name =>
        {
            cancel.ThrowIfCancellationRequested();
            return Store.Keep(training.Run(name, cancel));
        })];
    }
}
