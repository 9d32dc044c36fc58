using DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>
/// What every candidate would have said at every past origin, and by how much it was off (actual − forecast). An origin knows only what
/// came before it.
/// </summary>
public sealed class RollingErrors
{
    readonly double[,,][] errors; // series, candidate, origin: errors by step, as far as the actuals are known; empty when there is no forecast

    RollingErrors(IReadOnlyList<TimeSeries> panel, IReadOnlyList<ICandidate> candidates, int horizon, int origins, double[,,][] errors)
    {
        (Panel, Candidates, Horizon, Origins) = (panel, candidates, horizon, origins);
        this.errors = errors;
    }

    public IReadOnlyList<TimeSeries> Panel { get; }
    public IReadOnlyList<ICandidate> Candidates { get; }
    public int Horizon { get; }

    /// <summary>Origins of the longest series; origin 0 is the latest, at which one actual is known.</summary>
    public int Origins { get; }

    public static RollingErrors Over(IReadOnlyList<TimeSeries> panel, IReadOnlyList<ICandidate> candidates, int horizon, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(candidates);
        var origins = panel.Count == 0 ? 0 : Math.Max(0, panel.Max(series => series.Values.Count - FirstHistory(series)));
        var errors = new double[panel.Count, candidates.Count, origins][];
        for (var c = 0; c < candidates.Count; c++)
        {
            var origin = origins;
            foreach (var forecasts in candidates[c].Rolling(panel, origins, horizon))
            {
                cancel.ThrowIfCancellationRequested();
                origin--;
                for (var s = 0; s < panel.Count; s++) errors[s, c, origin] = Errors(panel[s], origin + 1, forecasts[s]);
            }
        }
        return new(panel, candidates, horizon, origins, errors);
    }

    /// <summary>Errors by step of one forecast; empty when there was none.</summary>
    public IReadOnlyList<double> Of(int series, int candidate, int origin) => errors[series, candidate, origin];

    /// <summary>How many origins a series has; the history before the first one is a season and a third of a year.</summary>
    public int OriginsOf(int series) => Math.Max(0, Panel[series].Values.Count - FirstHistory(Panel[series]));

    static int FirstHistory(TimeSeries series) => series.Season + 4;

    static double[] Errors(TimeSeries series, int held, double[]? forecast)
    {
        var known = series.Values.Count - held;
        if (forecast is null || known < FirstHistory(series)) return [];
        return [.. Enumerable.Range(0, Math.Min(held, forecast.Length)).Select(h => series.Values[known + h]!.Value - forecast[h])];
    }
}
