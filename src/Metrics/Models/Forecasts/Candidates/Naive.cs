namespace DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

/// <summary>The baseline: as in the same period a year ago.</summary>
public sealed class SeasonalNaive : SingleSeriesCandidate
{
    public override string Name => "seasonal naive";
    public override string Source => "Hyndman, Athanasopoulos: Forecasting: Principles and Practice, 3rd ed., 5.2";

    public override double[]? Forecast(double[] history, int season, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Length < season ? null : [.. Enumerable.Range(0, horizon).Select(h => history[history.Length - season + h % season])];
    }
}

/// <summary>As now.</summary>
public sealed class LastValue : SingleSeriesCandidate
{
    public override string Name => "last value";
    public override string Source => "Forecasting: Principles and Practice, 5.2";

    public override double[]? Forecast(double[] history, int season, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Length == 0 ? null : [.. Enumerable.Repeat(history[^1], horizon)];
    }
}

/// <summary>The straight line through the first and the last value.</summary>
public sealed class Drift : SingleSeriesCandidate
{
    public override string Name => "drift";
    public override string Source => "Forecasting: Principles and Practice, 5.2";

    public override double[]? Forecast(double[] history, int season, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Length < 2) return null;
        var slope = (history[^1] - history[0]) / (history.Length - 1);
        return [.. Enumerable.Range(1, horizon).Select(h => history[^1] + h * slope)];
    }
}

/// <summary>As a year ago, moved by how much the last months differ from the same months a year before.</summary>
public sealed class SeasonalDrift : SingleSeriesCandidate
{
    public override string Name => "seasonal drift";
    public override string Source => "seasonal naive with the mean change against a year before, over the last quarter of a season";

    public override double[]? Forecast(double[] history, int season, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        var window = Math.Max(1, season / 4);
        if (history.Length < season + window) return null;
        var change = Enumerable.Range(1, window).Sum(i => history[^i] - history[^(i + season)]) / window;
        return [.. Enumerable.Range(0, horizon).Select(h => history[history.Length - season + h % season] + change)];
    }
}
