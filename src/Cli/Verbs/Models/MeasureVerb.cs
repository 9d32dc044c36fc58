using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Exports;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Anomalies;
using DemoCityAnalytics.Metrics.Models.Coding;
using DemoCityAnalytics.Metrics.Models.Duplicates;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Metrics.Models.Matching;
using DemoCityAnalytics.Metrics.Models.Screening;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary><c>dca models measure</c>: time and memory of every model on synthetic postings (合成数据).</summary>
sealed class MeasureVerb : Verb
{
    readonly Option<int> rows = new("--rows") { Description = "Postings.", HelpName = "N", DefaultValueFactory = _ => 1_000_000 };

    public MeasureVerb() : base("measure", "Print time and memory of every model on synthetic postings.") => Add(rows);

    protected override Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var count = call.Arguments.GetValue(rows);
        if (count is < 1_000 or > 5_000_000) throw new UsageException($"--rows is {count}; expected 1,000 to 5,000,000.");
        var postings = MadePostings.Make(count);
        var series = MadePostings.Series();
        var (openings, seekers) = (MadePostings.Side(count, 1), MadePostings.Side(count, 2));
        var screen = new PostingScreen(ScreeningRules.BuiltIn());
        var coder = new OccupationCoder();
        using var text = new ScreeningModel(TextClassifier.Train(ScreeningModel.Examples()));
        using var industry = new IndustryCoder(TextClassifier.Train(MadePostings.Employers()));

        call.Terminal.Say($"{count} postings, {series.Count} series; {ReleaseExport.SyntheticMark}");
        call.Terminal.Say("| model | over | seconds | rows a second | memory, MiB |");
        call.Terminal.Say("|---|---|---|---|---|");
        var measured = new List<Measured>();
        void Measure(string model, string over, int size, Action work)
        {
            cancel.ThrowIfCancellationRequested();
            var result = Measured.Of(model, size, work);
            measured.Add(result);
            call.Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"| {model} | {size} {over} | {result.Seconds:0.0} | {size / Math.Max(result.Seconds, 1e-6):0} | {result.MemoryMiB:0} |"));
        }
        Measure("screening rules", "postings", count, () => postings.Sum(posting => screen.Screen(new PostingText(posting.Title, posting.Text)).Count));
        Measure("posting text model", "sentences", count, () => postings.Count(posting => text.Judge(posting.Title) is not null));
        Measure("occupation coding", "postings", count, () => postings.Count(posting => coder.Code(posting.Title, posting.Text).Count > 0));
        Measure("industry coding", "postings", count, () => postings.Count(posting => industry.Code(posting.Employer).Count > 0));
        Measure("near-duplicates", "postings", count, () => new DuplicateFinder(new DuplicateOptions()).Find(postings));
        Measure("matching", "openings and as many seekers", count, () => SupplyDemandMatch.Run(openings, seekers, cancel));
        Measure("jumps and level shifts", "series", series.Count, () => AnomalyCheck.Over(series));
        Measure("forecast with backtest", "series", series.Count, () => Forecaster.Run(series, 6, cancel));
        return Task.FromResult(Outcome.Done(new { rows = count, series = series.Count, measured }));
    }
}
