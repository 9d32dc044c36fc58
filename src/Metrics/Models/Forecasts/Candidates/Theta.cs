namespace DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

/// <summary>The theta method: simple exponential smoothing with half the slope of the straight line, on the series without its season.</summary>
public sealed class Theta : SingleSeriesCandidate
{
    public override string Name => "theta";
    public override string Source => "Assimakopoulos, Nikolopoulos: The theta model, Int. J. of Forecasting 16 (2000), in the form of Hyndman, Billah (2003)";

    public override double[]? Forecast(double[] history, int season, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Length < Math.Max(8, 2 * season)) return null;
        var shape = Seasonal(history, season) ? Shape(history, season) : new double[season];
        var plain = history.Select((value, t) => value - shape[t % season]).ToArray();
        var slope = Slope(plain);
        var alpha = Simplex.Between(0.05, 0.99, Simplex.Minimum(free => Smooth(plain, Simplex.Between(0.05, 0.99, free[0])).Error, [0.5], 1, 60)[0]);
        var level = Smooth(plain, alpha).Level;
        var start = (1 - Math.Pow(1 - alpha, plain.Length)) / alpha;
        return [.. Enumerable.Range(0, horizon).Select(h => level + slope / 2 * (h + start) + shape[(plain.Length + h) % season])];
    }

    static (double Level, double Error) Smooth(double[] values, double alpha)
    {
        var (level, error) = (values[0], 0.0);
        foreach (var value in values.Skip(1))
        {
            error += (value - level) * (value - level);
            level += alpha * (value - level);
        }
        return (level, error);
    }

    static double Slope(double[] values)
    {
        var (middle, mean) = ((values.Length - 1) / 2.0, values.Average());
        var (across, along) = (0.0, 0.0);
        for (var t = 0; t < values.Length; t++)
        {
            across += (t - middle) * (values[t] - mean);
            along += (t - middle) * (t - middle);
        }
        return across / along;
    }

    /// <summary>Whether the autocorrelation at one season is more than chance (90 %), after the straight line is taken off.</summary>
    static bool Seasonal(double[] values, int season)
    {
        var slope = Slope(values);
        var rest = values.Select((value, t) => value - slope * t).ToArray();
        var mean = rest.Average();
        var variance = rest.Sum(x => (x - mean) * (x - mean));
        if (variance == 0) return false;
        var correlations = Enumerable.Range(1, season)
            .Select(lag => Enumerable.Range(0, rest.Length - lag).Sum(t => (rest[t] - mean) * (rest[t + lag] - mean)) / variance).ToArray();
        var limit = 1.645 * Math.Sqrt((1 + 2 * correlations.Take(season - 1).Sum(r => r * r)) / rest.Length);
        return correlations[^1] > limit;
    }

    /// <summary>Mean deviation of each position of the season from the straight line, summing to zero.</summary>
    static double[] Shape(double[] values, int season)
    {
        var slope = Slope(values);
        var mean = values.Average();
        var shape = new double[season];
        for (var at = 0; at < season; at++)
        {
            var deviations = Enumerable.Range(0, values.Length).Where(t => t % season == at)
                .Select(t => values[t] - mean - slope * (t - (values.Length - 1) / 2.0)).ToList();
            shape[at] = deviations.Average();
        }
        var middle = shape.Average();
        return [.. shape.Select(x => x - middle)];
    }
}

/// <summary>The mean of smoothing, theta and seasonal drift: what errs in different ways errs less together.</summary>
public sealed class Average : SingleSeriesCandidate
{
    readonly SingleSeriesCandidate[] parts = [new HoltWinters(), new Theta(), new SeasonalDrift()];

    public override string Name => "average";
    public override string Source => "Bates, Granger: The combination of forecasts, Operational Research Quarterly 20 (1969)";

    public override double[]? Forecast(double[] history, int season, int horizon)
    {
        var forecasts = parts.Select(part => part.Forecast(history, season, horizon)).ToList();
        return forecasts.Any(forecast => forecast is null) ? null : [.. Enumerable.Range(0, horizon).Select(h => forecasts.Average(forecast => forecast![h]))];
    }
}
