namespace DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

/// <summary>
/// The season of all series of a group together, the level of each by simple exponential smoothing: what one short series cannot tell about
/// its season, three hundred of them can.
/// </summary>
public sealed class SharedSeason : ICandidate
{
    /// <summary>Fewer series than this have no season in common that is worth more than their own.</summary>
    const int FewestSeries = 5;

    public string Name => "shared season";
    public string Source => "Group seasonal indices with simple exponential smoothing: Ouwehand, Hyndman, de Kok, van Donselaar (2007)";

    public IReadOnlyList<double[]?> Forecast(IReadOnlyList<TimeSeries> panel, int held, int horizon)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var forecasts = new double[]?[panel.Count];
        foreach (var group in Enumerable.Range(0, panel.Count).GroupBy(at => (panel[at].Group, panel[at].Season)))
        {
            var known = group.Where(at => panel[at].Values.Count - held >= panel[at].Season + 4).Select(at => (At: at, History: panel[at].History(held))).ToList();
            if (known.Count < FewestSeries) continue;
            var shape = Shape([.. known.Select(series => series.History)], group.Key.Season);
            foreach (var (at, history) in known) forecasts[at] = Forecast(history, shape, horizon);
        }
        return forecasts;
    }

    /// <summary>Share of a season's mean that falls on each step of it, counted back from the last known value.</summary>
    static double[] Shape(IReadOnlyList<double[]> histories, int season)
    {
        var (values, means) = (new double[season], new double[season]);
        foreach (var history in histories)
            for (var end = history.Length; end >= season; end -= season)
            {
                var mean = history[(end - season)..end].Average();
                for (var back = 0; back < season; back++)
                {
                    values[back] += history[end - 1 - back];
                    means[back] += mean;
                }
            }
        return [.. values.Zip(means, (value, mean) => mean <= 0 ? 1 : Math.Max(0.05, value / mean))];
    }

    static double[]? Forecast(double[] history, double[] shape, int horizon)
    {
        double Of(int step) => shape[((history.Length - 1 - step) % shape.Length + shape.Length) % shape.Length];
        var plain = history.Select((value, t) => value / Of(t)).ToArray();
        var alpha = Simplex.Between(0.02, 0.99, Simplex.Minimum(free => Smooth(plain, Simplex.Between(0.02, 0.99, free[0])).Error, [-1.0], 1, 40)[0]);
        var level = Smooth(plain, alpha).Level;
        var forecast = Enumerable.Range(0, horizon).Select(h => level * Of(history.Length + h)).ToArray();
        return forecast.All(double.IsFinite) ? forecast : null;
    }

    static (double Level, double Error) Smooth(double[] values, double alpha)
    {
        // The first half season sets the level, so that one odd month does not.
        var start = Math.Max(1, Math.Min(6, values.Length / 3));
        var (level, error) = (values[..start].Average(), 0.0);
        foreach (var value in values.Skip(start))
        {
            error += (value - level) * (value - level);
            level += alpha * (value - level);
        }
        return (level, error);
    }
}
