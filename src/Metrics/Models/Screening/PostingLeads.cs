using System.Globalization;
using System.Reflection;
using System.Text;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Models.Screening;

/// <summary>A lead that the register does not have yet.</summary>
/// <param name="Kind">Kind of violation, 1 to 9 as in the register of leads.</param>
public sealed record PostingLead(string PostingId, int District, string Kind);

/// <summary>
/// What rules and text model find in the postings in force, as open leads of the register of violations. A lead that was ever written is not written
/// again, so what a person dismissed stays dismissed.
/// </summary>
public sealed class PostingLeads(PostingScreen screen, ScreeningModel? model)
{
    /// <summary>Days within which a lead is to be decided.</summary>
    const int DaysToDecide = 15;

    public IReadOnlyList<PostingLead> Find(DuckDBConnection warehouse, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        if (!Holds(warehouse, "job_postings")) return [];
        var known = !Holds(warehouse, "posting_violation") ? [] : warehouse
            .Query("SELECT DISTINCT posting_id, violation_kind FROM stg.posting_violation", row => (row.GetString(0), row.GetString(1))).ToHashSet();
        return [.. warehouse.Query(EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Models/Screening/postings_in_force.sql"),
                row => (Id: row.GetString(0), District: row.GetInt32(1), Text: new PostingText(row.GetString(2), row.TextOrNull(3))), ("month", today.Year * 12 + today.Month - 1))
            .SelectMany(posting => Kinds(posting.Text).Select(kind => new PostingLead(posting.Id, posting.District, kind)))
            .Where(lead => !known.Contains((lead.PostingId, lead.Kind)))];
    }

    /// <summary>The leads as a file of the register.</summary>
    public static string Write(IReadOnlyList<PostingLead> leads, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(leads);
        var text = new StringBuilder("violation_id,posting_id,violation_kind,found_by,found_on,decision,due_on,area\n");
        foreach (var lead in leads)
            text.Append(CultureInfo.InvariantCulture, $"{IdOf(lead)},\"{lead.PostingId.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{lead.Kind},1,{today:yyyy-MM-dd},0,{today.AddDays(DaysToDecide):yyyy-MM-dd},{lead.District}\n");
        return text.ToString();
    }

    /// <summary>Kind of violation of a rule; null for notices and what is merely missing.</summary>
    public static string? KindOf(ScreeningRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Severity is Severity.Notice or Severity.Incomplete ? null : rule.Id switch
        {
            "D01" or "D02" or "D03" => "1",
            "D04" or "D05" => "2",
            "D06" => "3",
            "D07" => "4",
            "D08" or "D09" => "5",
            "D10" => "6",
            "D11" => "7",
            "F01" or "F02" => "9",
            _ => "8",
        };
    }

    IEnumerable<string> Kinds(PostingText posting)
    {
        var hits = screen.Screen(posting);
        var kinds = hits.Select(hit => KindOf(hit.Rule)).OfType<string>();
        return (model is null ? kinds : kinds.Concat(model.Judge(posting, hits).Select(lead => lead.Kind))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    static string IdOf(PostingLead lead) => "JC" + ModelStamp.Hash([lead.PostingId, lead.Kind])[..16].ToUpperInvariant();

    static bool Holds(DuckDBConnection warehouse, string source) =>
        warehouse.Count("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'stg' AND table_name = $source", ("source", source)) > 0;
}
