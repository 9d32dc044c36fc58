using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Screening;
using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Models;

/// <summary>What in a posting speaks for a lead.</summary>
/// <param name="Rule">The rule that fired, or null where the text model did.</param>
/// <param name="Probability">The text model's, in per cent.</param>
public sealed record LeadReason(ScreeningRule? Rule, string Sentence, int? Probability);

/// <summary>A lead of the register of violations with the posting it is about.</summary>
/// <param name="Decision">0 not yet decided, 1 confirmed, 2 dismissed.</param>
public sealed record Lead(
    string Id, string PostingId, string Kind, string FoundBy, DateOnly FoundOn, string Decision, DateOnly DueOn, string? Outcome, int City, int District, string? Title, string? Employer, string? Description)
{
    /// <summary>Why, as the rules of today read the posting; none when the posting has changed or the lead is a person's.</summary>
    public IReadOnlyList<LeadReason> Reasons { get; init; } = [];
}

/// <summary>Leads of one city, from the warehouse of this process; a process that only reads releases has none.</summary>
public sealed class PostingLeads(IServiceProvider services)
{
    static readonly Lazy<PostingScreen> Screen = new(() => new PostingScreen(ScreeningRules.BuiltIn()));

    /// <summary>Whether this process holds a warehouse.</summary>
    public bool IsOpen => services.GetService<WarehouseDatabase>() is not null;

    /// <summary>The leads of a city, the undecided ones first, then the latest.</summary>
    /// <param name="id">Only this one; all when null.</param>
    public IReadOnlyList<Lead> Of(int city, string? id, int most)
    {
        if (services.GetService<WarehouseDatabase>() is not { } warehouse) return [];
        using var connection = warehouse.Connect();
        if (connection.Count("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'stg' AND table_name IN ('posting_violation', 'job_postings')") < 2) return [];
        var leads = connection.Query(
            """
            SELECT violation.violation_id, violation.posting_id, violation.violation_kind, violation.found_by, violation.found_on, violation.decision, violation.due_on, violation.outcome,
                   violation.city_code, violation.district_code, posting.title, posting.employer_name, posting.description
            FROM stg.posting_violation AS violation
            LEFT JOIN stg.job_postings AS posting
              ON posting.city_code = violation.city_code AND posting.posting_id = violation.posting_id AND posting.superseded_by IS NULL
            WHERE violation.superseded_by IS NULL
              AND violation.city_code = $city
              AND ($id = '' OR violation.violation_id = $id)
            ORDER BY violation.decision <> '0', violation.found_on DESC, violation.violation_id
            LIMIT $most
            """,
            row => new Lead(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), DateOnly.FromDateTime(row.GetDateTime(4)), row.GetString(5), DateOnly.FromDateTime(row.GetDateTime(6)),
                row.TextOrNull(7), row.GetInt32(8), row.GetInt32(9), row.TextOrNull(10), row.TextOrNull(11), row.TextOrNull(12)),
            ("city", city), ("id", id ?? ""), ("most", most));
        using var model = Model(warehouse);
        return [.. leads.Select(lead => lead with { Reasons = Reasons(lead, model) })];
    }

    static List<LeadReason> Reasons(Lead lead, ScreeningModel? model)
    {
        if (lead.Title is null) return [];
        var text = new PostingText(lead.Title, lead.Description);
        var hits = Screen.Value.Screen(text);
        var reasons = hits.Where(hit => Metrics.Models.Screening.PostingLeads.KindOf(hit.Rule) == lead.Kind).Select(hit => new LeadReason(hit.Rule, hit.Sentence, null)).ToList();
        if (reasons.Count == 0 && model is not null)
            reasons.AddRange(model.Judge(text, hits).Select(found => new LeadReason(null, found.Sentence, (int)Math.Floor(100 * found.Probability))));
        return reasons;
    }

    static ScreeningModel? Model(WarehouseDatabase warehouse)
    {
        var store = ModelService.StoreOf(warehouse.Options, TimeProvider.System);
        return store.InUse(ModelTraining.PostingText) is { } kept ? new ScreeningModel(TextClassifier.Open(Path.Combine(store.FolderOf(kept.Model, kept.Number), "model.zip"))) : null;
    }
}
