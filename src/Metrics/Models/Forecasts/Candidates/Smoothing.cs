namespace DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

/// <summary>Exponential smoothing with a damped trend, ETS(A,Ad,N).</summary>
public sealed class DampedTrend : SingleSeriesCandidate
{
    public override string Name => "damped trend";
    public override string Source => "Gardner, McKenzie: Forecasting trends in time series, Management Science 31 (1985)";

    public override double[]? Forecast(double[] history, int season, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Length < 8 ? null : new Smoother(history, 1).Best().Next(horizon);
    }
}

/// <summary>Holt-Winters with additive season and damped trend, ETS(A,Ad,A).</summary>
public sealed class HoltWinters : SingleSeriesCandidate
{
    public override string Name => "holt-winters";
    public override string Source => "Winters: Forecasting sales by exponentially weighted moving averages, Management Science 6 (1960); damped as in Hyndman et al. (2008)";

    public override double[]? Forecast(double[] history, int season, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Length < 2 * season + 4 ? null : new Smoother(history, season).Best().Next(horizon);
    }
}

/// <summary>Additive smoothing of a history; a season of 1 means none.</summary>
sealed class Smoother(double[] history, int season)
{
    const int Rounds = 120;

    public State Best()
    {
        double[] start = season > 1 ? [-0.8, -2.5, 2.0, -1.5] : [0.0, -2.5, 2.0];
        return Run(Simplex.Minimum(free => Run(free).SquaredError, start, 0.7, Rounds));
    }

    State Run(double[] free)
    {
        var alpha = Simplex.Between(0.01, 0.99, free[0]);
        var beta = alpha * Simplex.Between(0.0, 0.5, free[1]);
        var damping = Simplex.Between(0.8, 0.99, free[2]);
        var gamma = season > 1 ? (1 - alpha) * Simplex.Between(0.0, 0.8, free[3]) : 0;
        var (level, trend, seasons) = Start();
        var error = 0.0;
        for (var t = 0; t < history.Length; t++)
        {
            var at = t % season;
            var surprise = history[t] - (level + damping * trend + seasons[at]);
            level += damping * trend + alpha * surprise;
            trend = damping * trend + beta * surprise;
            if (season > 1) seasons[at] += gamma * surprise;
            if (t >= season) error += surprise * surprise; // the first season set the start
        }
        return new State(level, trend, damping, seasons, history.Length, double.IsFinite(error) ? error : double.MaxValue);
    }

    (double Level, double Trend, double[] Seasons) Start()
    {
        if (season == 1) return (history[0], (history[3] - history[0]) / 3, [0]);
        var first = history.Take(season).Average();
        var second = history.Skip(season).Take(season).Average();
        var trend = (second - first) / season;
        var seasons = new double[season];
        for (var i = 0; i < season; i++)
        {
            var centred = i - (season - 1) / 2.0;
            seasons[i] = (history[i] - first - trend * centred + history[i + season] - second - trend * centred) / 2;
        }
        return (first - trend * (season + 1) / 2, trend, seasons);
    }

    /// <summary>Where the smoothing stands after the last value.</summary>
    internal sealed record State(double Level, double Trend, double Damping, double[] Seasons, int Length, double SquaredError)
    {
        public double[] Next(int horizon)
        {
            var forecast = new double[horizon];
            var (damped, sum) = (1.0, 0.0);
            for (var h = 0; h < horizon; h++)
            {
                damped *= Damping;
                sum += damped;
                forecast[h] = Level + sum * Trend + Seasons[(Length + h) % Seasons.Length];
            }
            return forecast;
        }
    }
}
