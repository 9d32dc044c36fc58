using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Models.Forecasts;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary><c>dca forecast</c>: the next months of the series, and how likely the targets of the year are.</summary>
sealed class ForecastVerb : Verb
{
    readonly SeriesSource source = new();
    readonly Option<int> horizon = new("--horizon") { Description = "Steps ahead.", HelpName = "N", DefaultValueFactory = _ => 6 };
    readonly Option<string?> only = new("--series") { Description = "Only series whose name holds this, like 'openings 130100'.", HelpName = "TEXT" };

    public ForecastVerb() : base("forecast", "Forecast series with the model that the backtest allows, with a 90 % band and the probability of the year's targets; a model's output, never scored.")
    {
        source.AddTo(this);
        Add(horizon);
        Add(only);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var steps = call.Arguments.GetValue(horizon);
        if (steps is < 1 or > 60) throw new UsageException($"--horizon is {steps}; expected 1 to 60 steps.");
        var panel = await source.Read(call, cancel);
        var forecasts = Forecaster.Run(panel, steps, cancel);
        var shown = forecasts.Where(forecast => call.Arguments.GetValue(only) is not { } text || forecast.Judged.Series.Contains(text, StringComparison.Ordinal)).ToList();
        foreach (var forecast in shown)
        {
            call.Terminal.Say(Head(forecast));
            foreach (var point in forecast.Points) call.Terminal.Say(Line(point));
        }
        var targets = source.Release(call) is { } release ? TargetOutlook.Of(panel, forecasts, release.Targets) : [];
        foreach (var target in targets) call.Terminal.Say(Line(target));
        return Outcome.Done(new { modelOutput = true, series = shown, targets });
    }

    static string Head(SeriesForecast forecast) => forecast.Stamp is { } stamp
        ? $"{forecast.Judged.Series}: model output, {stamp.Model} version {stamp.Version}, trained on {stamp.TrainedFrom} to {stamp.TrainedTo}, {stamp.Error.En}"
        : $"{forecast.Judged.Series}: no model ({forecast.Judged.Status})";

    static string Line(ForecastPoint point) => string.Create(CultureInfo.InvariantCulture,
        $"  +{point.Step}: {point.Value:0.#}{(point.Low is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({point.Low:0.#} to {point.High:0.#})"))}");

    static string Line(TargetOutlook target) => string.Create(CultureInfo.InvariantCulture,
        $"{target.Area} {target.Year}: target {target.Target:0.##}, reached {target.Reached:0.##} by {target.By}, probability {(target.Probability is { } p ? p.ToString("0.00", CultureInfo.InvariantCulture) : "cannot be said")}");
}
