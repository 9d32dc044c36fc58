using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary><c>dca backtest</c>: how well series would have been forecast at past origins.</summary>
sealed class BacktestVerb : Verb
{
    readonly SeriesSource source = new();
    readonly Option<int?> horizon = new("--horizon") { Description = "Steps ahead; 6 months or 13 weeks when left out.", HelpName = "N" };

    public BacktestVerb() : base("backtest", "Judge the forecast models on past origins of given series; outputs are a model's, not figures.")
    {
        source.AddTo(this);
        Add(horizon);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var panel = await source.Read(call, cancel);
        var steps = call.Arguments.GetValue(horizon) ?? (panel is [{ Season: 52 }, ..] ? 13 : 6);
        if (steps is < 1 or > 60) throw new UsageException($"--horizon is {steps}; expected 1 to 60 steps.");

        var usable = panel.Where(series => series.Status == SeriesStatus.Usable).ToList();
        var table = new Backtest(RollingErrors.Over(usable, CandidateList.All, steps, cancel)).Run();
        foreach (var row in table.Rows) call.Terminal.Say(Line(row));
        foreach (var series in panel.Except(usable)) call.Terminal.Say($"{series.Name}: no model ({series.Status}, {series.Values.Count} periods)");
        foreach (var used in table.Rows.GroupBy(row => row.Used, StringComparer.Ordinal).OrderByDescending(group => group.Count()))
            call.Terminal.Say($"used {used.Key}: {used.Count()} series");
        if (usable.Select(series => series.Group).Distinct(StringComparer.Ordinal).Count() > 1)
            foreach (var group in table.Rows.Zip(usable).GroupBy(pair => pair.Second.Group, StringComparer.Ordinal))
                call.Terminal.Say($"{group.Key}: {Summary(new BacktestTable([.. group.Select(pair => pair.First)], steps))}");
        call.Terminal.Say($"{Summary(table)} ({panel.Count - table.Judged} without a model), {table.Horizon} steps ahead");
        return Outcome.Done(new { table.Horizon, series = panel.Count, table.Judged, table.Improved, table.MedianRatio, table.Coverage, table.Rows });
    }

    static string Line(BacktestRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.Series}: chosen {row.Chosen}, error relative to seasonal naive {row.ErrorRatio:0.000}, used {row.Used}, inside the 90 % band {row.Inside} of {row.Judged}");

    static string Summary(BacktestTable table) => string.Create(CultureInfo.InvariantCulture,
        $"{table.Improved} of {table.Judged} series improved, median error ratio {table.MedianRatio:0.000}, coverage of the 90 % band {100 * table.Coverage:0.0} %");
}
