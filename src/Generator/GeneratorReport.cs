namespace DemoCityAnalytics.Generator;

/// <summary>What was written.</summary>
/// <param name="RowsBySource">Data rows of each source over all its files, faulty rows included.</param>
/// <param name="Rejected">Rows that must be rejected when the files are loaded.</param>
/// <param name="Warned">Rows that must be taken with a warning.</param>
/// <param name="Observations">Rows of <c>truth/observations.csv</c>.</param>
public sealed record GeneratorReport(
    string Folder, IReadOnlyDictionary<string, long> RowsBySource, int Files, long Rejected, long Warned, long Observations)
{
    public long Rows => RowsBySource.Values.Sum();
}

/// <summary>How far the generation is: a city is finished when all its files are closed.</summary>
public sealed record GeneratorProgress(int CitiesDone, int Cities, long Rows);
