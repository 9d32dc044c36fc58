using DemoCityAnalytics.Metrics.Models.Forecasts;

namespace DemoCityAnalytics.Metrics.Models.Anomalies;

/// <summary>
/// Jumps and level shifts of one series, judged against its own usual unrest: the change against the same month of the year before, measured
/// by median and median absolute deviation, which the anomaly itself hardly moves.
/// </summary>
public static class SeriesAnomalies
{
    /// <summary>Robust standard deviations; of clean series of 60 months about two in a hundred then raise a false alarm.</summary>
    const double Limit = 4.5;

    /// <summary>Months on either side over which a shift is measured.</summary>
    const int Side = 6;

    const double ToStandardDeviation = 1.4826;

    public static IReadOnlyList<AnomalyFlag> Find(TimeSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Status is SeriesStatus.Missing or SeriesStatus.Constant || series.Values.Count < series.Season + 2 * Side) return [];
        var values = series.History(0);
        var changes = Enumerable.Range(series.Season, values.Length - series.Season).Select(t => values[t] - values[t - series.Season]).ToArray();
        var flags = Shift(series, values, changes) is { } shift ? [shift] : new List<AnomalyFlag>();
        flags.AddRange(Jumps(series, values, changes).Where(jump => flags.All(flag => flag.Period != jump.Period)));
        return flags;
    }

    static IEnumerable<AnomalyFlag> Jumps(TimeSeries series, double[] values, double[] changes)
    {
        // Against the neighbours' change, so that growth is not a jump.
        var surprise = changes.Select((change, t) => change - Median(Around(changes, t))).ToArray();
        var unrest = Deviation(surprise);
        if (unrest == 0) yield break;
        for (var t = 0; t < surprise.Length; t++)
        {
            var at = t + series.Season;
            var again = t >= series.Season && Math.Abs(surprise[t - series.Season]) > Limit * unrest; // the echo a year after a jump
            if (Math.Abs(surprise[t]) <= Limit * unrest || again) continue;
            yield return new(AnomalyRule.Jump, series.Name, series.Periods[at], values[at], values[at] - surprise[t], Limit * unrest, -surprise[t]);
        }
    }

    static AnomalyFlag? Shift(TimeSeries series, double[] values, double[] changes)
    {
        var places = Enumerable.Range(Side, Math.Max(0, changes.Length - 2 * Side + 1)).ToList();
        if (places.Count == 0) return null;
        double Step(int t) => Median(changes[t..(t + Side)]) - Median(changes[(t - Side)..t]);
        double MeanStep(int t) => Math.Abs(changes[t..(t + Side)].Average() - changes[(t - Side)..t].Average());

        var best = places.MaxBy(t => Math.Abs(Step(t)));
        // A year after a shift its trace in the yearly changes ends: that end is an echo of the shift, not another one.
        var earlier = places.Where(t => Math.Abs(t + series.Season - best) <= 2 && Math.Sign(Step(t)) == -Math.Sign(Step(best)) && Math.Abs(Step(t)) > 0.6 * Math.Abs(Step(best))).ToList();
        if (earlier.Count > 0) best = earlier.MaxBy(t => Math.Abs(Step(t)));
        var size = Step(best);
        best = places.Where(t => Math.Abs(t - best) <= 3).MaxBy(MeanStep);

        var level = changes.Select((change, t) => t < best || t >= best + series.Season ? change : change - size).ToArray();
        // Medians of six on both sides wander less than one value does.
        var limit = 0.7 * Limit * Deviation(level);
        if (limit == 0 || Math.Abs(size) <= limit || !AllOnOneSide(changes[best..(best + Side)], Median(changes[(best - Side)..best]), size)) return null;
        var at = best + series.Season;
        return new(AnomalyRule.LevelShift, series.Name, series.Periods[at], values[at], values[at] - size, limit, -size);
    }

    static bool AllOnOneSide(double[] after, double before, double size) => after.All(change => Math.Sign(change - before) == Math.Sign(size));

    static IEnumerable<double> Around(double[] changes, int t) =>
        Enumerable.Range(t - 3, 7).Where(i => i != t && i >= 0 && i < changes.Length).Select(i => changes[i]);

    static double Deviation(double[] values)
    {
        var middle = Median(values);
        return ToStandardDeviation * Median(values.Select(value => Math.Abs(value - middle)));
    }

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
