namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>What a release is and what it was made from.</summary>
/// <param name="Number">Counts up from 1.</param>
/// <param name="Id">First 16 hexadecimal digits of the SHA-256 over inputs, definitions and parameters: the same inputs give the same id.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Synthetic">Any input was generated; every page, chart and export must then bear the mark.</param>
public sealed record ReleaseManifest(int Number, string Id, DateTime PublishedAt, bool Synthetic, string Definitions, string Inputs)
{
    /// <summary>As printed and used in addresses: <c>R3-1f0c9a…</c>.</summary>
    public string Name => $"R{Number}-{Id}";
}

/// <summary>One loaded file behind a release.</summary>
public sealed record ReleaseInput(
    int LoadId, string Source, string FileName, string Sha256, DateTime LoadedAt, bool Synthetic,
    long RowsRead, long RowsAccepted, long RowsRejected, long RowsSuperseded);

/// <summary>A target set for an area and year (target_plan), in the indicator's unit.</summary>
public sealed record ReleaseTarget(string Indicator, int AreaCode, int Year, decimal Target, decimal? Baseline);
