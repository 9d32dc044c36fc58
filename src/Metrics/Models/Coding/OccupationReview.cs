using DemoCityAnalytics.Metrics.Models.Duplicates;

namespace DemoCityAnalytics.Metrics.Models.Coding;

/// <summary>A reviewed posting on which the model's first proposal and the reviewer differ.</summary>
public sealed record CodingDifference(string Title, string Reviewed, IReadOnlyList<CodeProposal> Proposals);

/// <summary>The occupation coder held against a reviewed sample (D09).</summary>
/// <param name="ByConfidence">Accuracy at 中类 of proposals with at least so much confidence.</param>
public sealed record OccupationReview(
    Accuracy Major, Accuracy SubMajor, Accuracy AmongThree, IReadOnlyList<(double From, Accuracy Accuracy)> ByConfidence, IReadOnlyList<CodingDifference> Wrong, int Unknown)
{
    /// <param name="sample">The columns posting_id and reviewed.</param>
    public static OccupationReview Of(IReadOnlyList<PostingRecord> postings, CsvTable sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var (id, code) = (sample.Column("posting_id"), sample.Column("reviewed"));
        var byId = postings.GroupBy(posting => posting.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var coder = new OccupationCoder();
        var judged = sample.Rows.Where(row => byId.ContainsKey(row[id]))
            .Select(row => (Posting: byId[row[id]], Reviewed: row[code], Proposals: coder.Code(byId[row[id]].Title, byId[row[id]].Text))).ToList();
        Accuracy Count(IReadOnlyCollection<(PostingRecord Posting, string Reviewed, IReadOnlyList<CodeProposal> Proposals)> rows, int first, int length) =>
            new(rows.Count(row => row.Proposals.Take(first).Any(proposal => proposal.Code[..length] == row.Reviewed[..length])), rows.Count);
        return new(Count(judged, 1, 1), Count(judged, 1, 4), Count(judged, 3, 4),
            [.. new[] { 0.0, 0.3, 0.5, 0.7 }.Select(from => (from, Count([.. judged.Where(row => row.Proposals.Count > 0 && row.Proposals[0].Confidence >= from)], 1, 4)))],
            [.. judged.Where(row => row.Proposals.Count == 0 || row.Proposals[0].Code[..4] != row.Reviewed[..4]).Select(row => new CodingDifference(row.Posting.Title, row.Reviewed, row.Proposals))],
            sample.Rows.Count - judged.Count);
    }
}
