namespace DemoCityAnalytics.Metrics.Models.Duplicates;

/// <summary>What was found held against pairs that a person has read: same job, doubtful, or different.</summary>
/// <param name="Strict">Pairs found that the reader took for the same job.</param>
/// <param name="WithDoubtful">The same, with the doubtful ones counted as right.</param>
/// <param name="NoLongerFound">Reviewed as the same job, but not found now.</param>
public sealed record DuplicateReview(Accuracy Strict, Accuracy WithDoubtful, int NoLongerFound)
{
    /// <param name="reviewed">The columns first, second and verdict (same, doubtful, different).</param>
    public static DuplicateReview Of(DuplicateReport report, CsvTable reviewed)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reviewed);
        var (first, second, verdict) = (reviewed.Column("first"), reviewed.Column("second"), reviewed.Column("verdict"));
        var pairs = report.Groups.SelectMany(group => group.Pairs).SelectMany(pair => new[] { (pair.First, pair.Second), (pair.Second, pair.First) }).ToHashSet();
        var found = reviewed.Rows.Where(row => pairs.Contains((row[first], row[second]))).Select(row => row[verdict]).ToList();
        return new(
            new(found.Count(said => said == "same"), found.Count),
            new(found.Count(said => said is "same" or "doubtful"), found.Count),
            reviewed.Rows.Count(row => row[verdict] == "same" && !pairs.Contains((row[first], row[second]))));
    }
}
