using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Pages.Models;

/// <summary>One model that learns: the one in use, and what its last training said.</summary>
public sealed record ModelRow(string Name, KeptModel? InUse, BilingualText? LastTraining);

/// <summary>What the release holds of a model's output.</summary>
/// <param name="Stated">Its figures that this reader may see, in the order of areas and periods.</param>
public sealed record OutputRow(ReleasedIndicator Indicator, IReadOnlyList<Observation> Stated)
{
    /// <summary>The label of all together: the latest version and window, and the median of the areas' errors.</summary>
    public ModelLabel? Label
    {
        get
        {
            var labels = Stated.DistinctBy(x => x.Id.AreaCode).Select(x => ModelLabel.Read(x.Note)).OfType<ModelLabel>().OrderBy(label => label.Error).ToList();
            return labels.Count == 0 ? null : labels.MaxBy(label => label.To)! with { From = labels.Min(label => label.From), Error = labels[(labels.Count - 1) / 2].Error };
        }
    }
}

/// <summary>The models in use, with version, training window and error, and what they give.</summary>
public sealed class ModelListPage(ReleaseReader releases, ModelStore store) : PortalPage(releases)
{
    public IReadOnlyList<ModelRow> Models { get; private set; } = [];

    public IReadOnlyList<OutputRow> Outputs { get; private set; } = [];

    protected override bool ShownWithoutRelease => true;

    public void OnGet()
    {
        Title = T["models.title"];
        Models = [.. ModelTraining.Names.Select(name => new ModelRow(name, store.InUse(name), store.LastStatus(name)))];
        if (Found is not { } release) return;
        Outputs = [.. release.Indicators.Where(x => x.Header.Model is not null).Select(x => new OutputRow(x,
            [.. release.Areas.Keys.Order().SelectMany(area => release.Observations(x.Code, area)).Where(figure => figure.Value is not null)]))];
    }
}
