using System.Text;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Screening;
using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Jobs;

/// <summary>Screens the postings in force and loads what it finds into the register of violations, as leads that a person has to decide.</summary>
public sealed class PostingScreening(WarehouseDatabase warehouse, ModelService models, Loader loader, TimeProvider clock)
{
    static readonly TimeSpan ShanghaiOffset = TimeSpan.FromHours(8);

    /// <param name="asOf">The day whose postings in force are screened; today in Shanghai when null.</param>
    /// <param name="withTextModel">Whether the text model in use reads what no rule fires on.</param>
    /// <returns>The leads that are new.</returns>
    public async Task<IReadOnlyList<PostingLead>> Run(DateOnly? asOf, bool withTextModel, CancellationToken cancel)
    {
        var today = asOf ?? DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(ShanghaiOffset).DateTime);
        using var model = withTextModel && models.Store.InUse(ModelTraining.PostingText) is { } kept
            ? new ScreeningModel(TextClassifier.Open(Path.Combine(models.Store.FolderOf(kept.Model, kept.Number), "model.zip")))
            : null;
        var leads = Find(model, today);
        if (leads.Count == 0) return leads;
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(PostingLeads.Write(leads, today)));
        var report = await loader.Load("posting_violation", file, "leads.csv", LoadOptions.Default with { Synthetic = Synthetic() }, null, cancel);
        return report.Outcome == LoadOutcome.Failed
            ? throw new InvalidDataException(string.Join(Environment.NewLine, report.Issues.Select(issue => issue.En)))
            : leads;
    }

    IReadOnlyList<PostingLead> Find(ScreeningModel? model, DateOnly today)
    {
        using var connection = warehouse.Connect();
        return new PostingLeads(new PostingScreen(ScreeningRules.BuiltIn()), model).Find(connection, today);
    }

    // Leads on generated postings are no more real than these.
    bool Synthetic()
    {
        using var connection = warehouse.Connect();
        return connection.Count("SELECT count(*) FROM ops.load WHERE source = 'job_postings' AND synthetic") > 0;
    }
}
