namespace DemoCityAnalytics.Generator;

/// <summary>What to generate. The same options give the same bytes.</summary>
public sealed record GeneratorOptions
{
    /// <value>Default: 12 cities, spread over several provinces.</value>
    public int Cities { get; init; } = 12;

    /// <value>Default: 36 months.</value>
    public int Months { get; init; } = 36;

    /// <summary>First month, as in 2023-01.</summary>
    /// <value>Default: 2023-01.</value>
    public string Start { get; init; } = "2023-01";

    /// <value>Default: 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Volume: 1 is about 200,000 rows for 12 cities and 36 months; rows grow in proportion.</summary>
    /// <value>Default: 1.</value>
    public decimal Scale { get; init; } = 1;

    /// <summary>Folder to write to; it must not exist or be empty.</summary>
    public required string OutputFolder { get; init; }
}
