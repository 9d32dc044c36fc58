namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>Whether a series can be forecast, and if not, why.</summary>
public enum SeriesStatus
{
    Usable,

    /// <summary>Fewer than two seasons and the origins to judge a model on.</summary>
    TooShort,

    /// <summary>A period inside the series has no value; a gap is never filled by guessing.</summary>
    Missing,

    /// <summary>Every value is the same: there is nothing to learn and nothing to be wrong about.</summary>
    Constant,
}

/// <summary>Values at equal steps, oldest first; a missing value is null.</summary>
/// <param name="Season">Steps in a year: 12 for months, 52 for weeks.</param>
public sealed record TimeSeries(string Name, int Season, IReadOnlyList<string> Periods, IReadOnlyList<double?> Values)
{
    /// <summary>What is counted, the same for all areas: series of one group share the shape of their season.</summary>
    public string Group { get; init; } = "";

    /// <summary>Origins that are needed beyond two seasons before a model can be judged.</summary>
    public const int FewestOrigins = 8;

    public SeriesStatus Status =>
        Values.Any(value => value is null || !double.IsFinite(value.Value)) ? SeriesStatus.Missing
        : Values.Count < 2 * Season + FewestOrigins ? SeriesStatus.TooShort
        : Values.Distinct().Count() == 1 ? SeriesStatus.Constant
        : SeriesStatus.Usable;

    /// <summary>The values without the last <paramref name="held"/>, as known at that origin.</summary>
    public double[] History(int held) => [.. Values.Take(Values.Count - held).Select(value => value!.Value)];
}
