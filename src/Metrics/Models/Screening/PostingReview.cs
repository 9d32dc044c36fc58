using DemoCityAnalytics.Metrics.Models.Duplicates;

namespace DemoCityAnalytics.Metrics.Models.Screening;

/// <summary>A posting of the reviewed sample on which rules and reader differ.</summary>
public sealed record PostingDifference(string PostingId, string Reviewed, string Found);

/// <summary>The violation rules held against real postings that a person has read whole.</summary>
/// <param name="Postings">Postings of the sample that are in the file.</param>
/// <param name="Violations">Violations that the reader found, and how many of them the rules found.</param>
/// <param name="False">Violations that the rules found and the reader did not.</param>
public sealed record PostingReview(int Postings, Accuracy Violations, int False, int Unknown, IReadOnlyList<PostingDifference> Differences)
{
    /// <param name="sample">The columns posting_id and violation (rule ids joined by +, empty for none).</param>
    public static PostingReview Of(PostingScreen screen, IReadOnlyList<PostingRecord> postings, CsvTable sample)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(sample);
        var (id, violation) = (sample.Column("posting_id"), sample.Column("violation"));
        var byId = postings.GroupBy(posting => posting.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var judged = sample.Rows.Where(row => byId.ContainsKey(row[id])).Select(row => (
            Id: row[id],
            Reviewed: row[violation].Split('+', StringSplitOptions.RemoveEmptyEntries),
            Found: screen.Screen(new PostingText(byId[row[id]].Title, byId[row[id]].Text)).Where(hit => hit.Rule.Severity == Severity.Violation)
                .Select(hit => hit.Rule.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray())).ToList();
        return new(judged.Count,
            new(judged.Sum(row => row.Reviewed.Intersect(row.Found).Count()), judged.Sum(row => row.Reviewed.Length)),
            judged.Sum(row => row.Found.Except(row.Reviewed).Count()),
            sample.Rows.Count - judged.Count,
            [.. judged.Where(row => !row.Found.SequenceEqual(row.Reviewed)).Select(row => new PostingDifference(row.Id, string.Join('+', row.Reviewed), string.Join('+', row.Found)))]);
    }
}
