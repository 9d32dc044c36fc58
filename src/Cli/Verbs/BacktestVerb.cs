using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs.Checks;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Metrics.Models.Forecasts.Candidates;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca backtest</c>: how well the series of a table would have been forecast at past origins.</summary>
sealed class BacktestVerb : Verb
{
    readonly Argument<FileInfo> file = new("FILE") { Description = "CSV with the columns series, period (2024-06) and value; or a daily table, see --day." };
    readonly Option<int?> horizon = new("--horizon") { Description = "Steps ahead; 6 months or 13 weeks when left out.", HelpName = "N" };
    readonly Option<string?> day = new("--day") { Description = "The table is daily and this column is the day; days are averaged to weeks.", HelpName = "COLUMN" };
    readonly Option<string> kind = new("--kind") { Description = "Column that tells the series of a daily table apart.", HelpName = "COLUMN", DefaultValueFactory = _ => "variable" };
    readonly Option<string[]> values = new("--value") { Description = "Value columns of a daily table.", HelpName = "COLUMN", AllowMultipleArgumentsPerToken = true };

    public BacktestVerb() : base("backtest", "Judge the forecast models on past origins of given series; outputs are a model's, not figures.")
    {
        Add(file);
        Add(horizon);
        Add(day);
        Add(kind);
        Add(values);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var panel = await Panel(call, cancel);
        var steps = call.Arguments.GetValue(horizon) ?? (panel is [{ Season: 52 }, ..] ? 13 : 6);
        if (steps is < 1 or > 60) throw new UsageException($"--horizon is {steps}; expected 1 to 60 steps.");

        var usable = panel.Where(series => series.Status == SeriesStatus.Usable).ToList();
        var table = new Backtest(RollingErrors.Over(usable, CandidateList.All, steps, cancel)).Run();
        foreach (var row in table.Rows) call.Terminal.Say(Line(row));
        foreach (var series in panel.Except(usable)) call.Terminal.Say($"{series.Name}: no model ({series.Status}, {series.Values.Count} periods)");
        call.Terminal.Say(Summary(table, panel.Count));
        return Outcome.Done(new { table.Horizon, series = panel.Count, table.Judged, table.Improved, table.MedianRatio, table.Coverage, table.Rows });
    }

    async Task<IReadOnlyList<TimeSeries>> Panel(Call call, CancellationToken cancel)
    {
        var table = await CaseTable.Read(call.Arguments.GetRequiredValue(file), cancel);
        try
        {
            return call.Arguments.GetValue(day) is { } column
                ? SeriesTable.WeeklyFromDaily(table, column, call.Arguments.GetValue(kind)!, call.Arguments.GetValue(values) ?? [])
                : SeriesTable.Monthly(table);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    static string Line(BacktestRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.Series}: chosen {row.Chosen}, error relative to seasonal naive {row.ErrorRatio:0.000}, used {row.Used}, inside the 90 % band {row.Inside} of {row.Judged}");

    static string Summary(BacktestTable table, int all) => string.Create(CultureInfo.InvariantCulture,
        $"{table.Improved} of {table.Judged} series improved ({all - table.Judged} without a model), median error ratio {table.MedianRatio:0.000}, coverage of the 90 % band {100 * table.Coverage:0.0} %, {table.Horizon} steps ahead");
}
