namespace DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

/// <summary>A way to forecast. Pure: the same histories give the same numbers, bit for bit.</summary>
public interface ICandidate
{
    string Name { get; }

    /// <summary>Where the method is described.</summary>
    string Source { get; }

    /// <summary>The next steps of every series of a panel; null for a series that is too short for the method.</summary>
    IReadOnlyList<double[]?> Forecast(IReadOnlyList<TimeSeries> panel, int held, int horizon);

    /// <summary>The same at every origin, from the oldest (most values held back) to the newest (one held back).</summary>
    IEnumerable<IReadOnlyList<double[]?>> Rolling(IReadOnlyList<TimeSeries> panel, int origins, int horizon) =>
        Enumerable.Range(0, origins).Select(i => Forecast(panel, origins - i, horizon));
}

/// <summary>A candidate that looks at one series at a time.</summary>
public abstract class SingleSeriesCandidate : ICandidate
{
    public abstract string Name { get; }
    public abstract string Source { get; }

    /// <summary>The next steps after the last value, or null when the history is too short.</summary>
    public abstract double[]? Forecast(double[] history, int season, int horizon);

    public IReadOnlyList<double[]?> Forecast(IReadOnlyList<TimeSeries> panel, int held, int horizon)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var forecasts = new double[]?[panel.Count];
        for (var i = 0; i < panel.Count; i++)
            forecasts[i] = panel[i].Values.Count > held ? Finite(Forecast(panel[i].History(held), panel[i].Season, horizon)) : null;
        return forecasts;
    }

    static double[]? Finite(double[]? forecast) => forecast is not null && forecast.All(double.IsFinite) ? forecast : null;
}

/// <summary>All candidates, the baseline first.</summary>
public static class CandidateList
{
    public static IReadOnlyList<ICandidate> All { get; } =
    [
        new SeasonalNaive(), new LastValue(), new Drift(), new SeasonalDrift(), new DampedTrend(), new HoltWinters(), new Theta(), new Average(), new SharedSeason(), new BoostedTrees(),
    ];
}
