using System.Globalization;
using System.Text;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Uploads;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Models;

/// <summary>
/// Decides leads. A decision is a new version of the lead's row, sent through the same door as a file: who sent it and when, its bytes and its reason are kept,
/// the earlier version stays, and the figures follow.
/// </summary>
public sealed class LeadDesk(PostingLeads leads, UploadReceiver receiver, UploadStore uploads, AreaScope scope, TimeProvider clock)
{
    const string FilePrefix = "lead-";
    const int LongestReason = 100;

    static readonly TimeSpan ShanghaiOffset = TimeSpan.FromHours(8);

    /// <summary>The city whose leads the caller may decide; null for everyone but the staff of a city.</summary>
    public int? City => scope.Reader is { Role: Role.City, AreaCode: { } own } ? own : null;

    /// <summary>The decisions taken here in the caller's city, the latest first: who, when, on which lead.</summary>
    public IReadOnlyList<Upload> Decisions() =>
        [.. uploads.All().Where(upload => upload.Source == "posting_violation" && upload.City == City && upload.File.StartsWith(FilePrefix, StringComparison.Ordinal))];

    /// <param name="decision">1 confirmed, 2 dismissed.</param>
    /// <param name="kind">The kind that the person takes it for.</param>
    /// <returns>The upload that carries the decision, or what is wrong with it.</returns>
    internal async Task<(Upload? Upload, Problem? Problem)> Decide(string id, string decision, string kind, string reason, CancellationToken cancel)
    {
        if (id.Length == 0 || City is not { } city || leads.Of(city, id, 1) is not [var lead])
            return (null, new Problem("not-found", $"本市没有编号为“{id}”的线索。", $"Your city has no lead '{id}'."));
        if (lead.Decision != "0") return (null, Invalid("id", "这条线索已经认定，不能重复认定。", "This lead has been decided already."));
        if (decision is not ("1" or "2")) return (null, Invalid("decision", "请选择“属实”或“不属实”。", "Choose confirmed or dismissed."));
        if (kind is not [>= '1' and <= '9']) return (null, Invalid("kind", "请选择违规类别。", "Choose the kind of violation."));
        reason = reason.Trim();
        if (reason.Length is 0 or > LongestReason) return (null, Invalid("reason", $"请填写认定理由，不超过 {LongestReason} 个字。", $"State the reason, in {LongestReason} characters at most."));

        var bytes = Encoding.UTF8.GetBytes(Row(lead with { Decision = decision, Kind = kind, Outcome = reason }));
        using var content = new MemoryStream(bytes);
        return await receiver.Receive("posting_violation", new FormFile(content, 0, bytes.Length, "file", $"{FilePrefix}{id}.csv"), "", cancel);
    }

    string Row(Lead lead)
    {
        var now = clock.GetUtcNow().ToOffset(ShanghaiOffset).DateTime;
        var closed = DateOnly.FromDateTime(now) < lead.FoundOn ? lead.FoundOn : DateOnly.FromDateTime(now);
        string[] head = ["violation_id", "posting_id", "violation_kind", "found_by", "found_on", "decision", "due_on", "closed_on", "outcome", "area", "updated_at"];
        string[] cells = [lead.Id, lead.PostingId, lead.Kind, lead.FoundBy, Day(lead.FoundOn), lead.Decision, Day(lead.DueOn), Day(closed), lead.Outcome!,
            lead.District.ToString(CultureInfo.InvariantCulture), now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)];
        return $"{string.Join(',', head)}\n{string.Join(',', cells.Select(cell => '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'))}\n";
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static Problem Invalid(string field, string zh, string en) => new("invalid-parameter", zh, en) { Errors = [new ProblemError($"#/{field}", "value", zh, en)] };
}
