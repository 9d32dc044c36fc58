using System.Globalization;
using DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>One step ahead; the band is null where too few errors are known.</summary>
public sealed record ForecastPoint(int Step, double Value, double? Low, double? High);

/// <summary>A model's output, not a figure: what the next periods will be if things go on as they did.</summary>
public sealed record SeriesForecast(BacktestRow Judged, IReadOnlyList<ForecastPoint> Points, TargetErrors? Errors, ModelStamp? Stamp);

/// <summary>Forecasts every series of a panel with the candidate that the backtest allows.</summary>
public static class Forecaster
{
    public const string Version = "2";

    public static IReadOnlyList<SeriesForecast> Run(IReadOnlyList<TimeSeries> panel, int horizon, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var usable = panel.Where(series => series.Status == SeriesStatus.Usable).ToList();
        var errors = RollingErrors.Over(usable, CandidateList.All, horizon, cancel);
        var rows = new Backtest(errors).Run().Rows;
        var forecasts = new Dictionary<string, IReadOnlyList<double[]?>>(StringComparer.Ordinal);
        foreach (var name in rows.Select(row => row.Used!).Distinct(StringComparer.Ordinal))
            forecasts[name] = errors.Candidates.First(c => c.Name == name).Forecast(usable, 0, horizon);

        var used = rows.Select(row => errors.Candidates.TakeWhile(candidate => candidate.Name != row.Used).Count()).ToList();
        var bands = PanelBands.Walk(errors, used, (_, _, _) => { });
        var at = -1;
        return [.. panel.Select(series =>
        {
            if (series.Status != SeriesStatus.Usable)
                return new SeriesForecast(new(series.Name, series.Status, null, null, null, 0, 0, new Dictionary<string, double>()), [], null, null);
            at++;
            var points = forecasts[rows[at].Used!][at]!.Select((value, step) => bands.HalfWidth(at, step) is { } half
                ? new ForecastPoint(step + 1, value, value - half, value + half)
                : new ForecastPoint(step + 1, value, null, null)).ToList();
            return new SeriesForecast(rows[at], points, TargetErrors.Of(errors, at, used[at]), Stamp(series, rows[at], horizon));
        })];
    }

    static ModelStamp Stamp(TimeSeries series, BacktestRow row, int horizon) => new(
        $"forecast/{row.Used}", Version, series.Periods[0], series.Periods[^1], ModelStamp.Hash(series.Values.Select(value => value!.Value)),
        new()
        {
            Zh = string.Create(CultureInfo.InvariantCulture, $"留出检验中{row.Chosen}的误差为季节性朴素法的{row.ErrorRatio:0.000}倍，最远向前{horizon}步"),
            En = string.Create(CultureInfo.InvariantCulture, $"held-out error of {row.Chosen} relative to seasonal naive {row.ErrorRatio:0.000}, up to {horizon} steps ahead"),
        });
}
