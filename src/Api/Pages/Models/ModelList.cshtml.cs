using DemoCityAnalytics.Api.Models;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Models.Training;

namespace DemoCityAnalytics.Api.Pages.Models;

/// <summary>One model that learns: the one in use, and what its last training said.</summary>
public sealed record ModelRow(string Name, KeptModel? InUse, string? LastTraining);

/// <summary>The models in use, with version, training window and error.</summary>
public sealed class ModelListPage(ReleaseReader releases, Forecasts forecasts) : PortalPage(releases)
{
    public IReadOnlyList<ModelRow> Models { get; private set; } = [];

    protected override bool ShownWithoutRelease => true;

    public void OnGet()
    {
        Title = T["models.title"];
        Models = [.. ModelTraining.Names.Select(name => new ModelRow(name, forecasts.Store.InUse(name), forecasts.Store.LastStatus(name)))];
    }
}
