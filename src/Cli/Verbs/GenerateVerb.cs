using System.CommandLine;
using DemoCityAnalytics.Cli.Exports;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Generator;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca generate</c>: synthetic records of cities, with the figures that they must lead to.</summary>
sealed class GenerateVerb : Verb
{
    readonly Option<int> cities = new("--cities") { Description = "Number of cities.", DefaultValueFactory = _ => 12 };
    readonly Option<int> months = new("--months") { Description = "Number of months.", DefaultValueFactory = _ => 36 };
    readonly Option<string> start = new("--start") { Description = "First month.", DefaultValueFactory = _ => "2023-01" };
    readonly Option<int> seed = new("--seed") { Description = "The same seed gives the same bytes.", DefaultValueFactory = _ => 1 };
    readonly Option<decimal> scale = new("--scale") { Description = "1 is about 200,000 rows for 12 cities and 36 months.", DefaultValueFactory = _ => 1 };
    readonly Option<DirectoryInfo> folder = new("--out") { Description = "New or empty folder to write to.", HelpName = "DIR", Required = true };

    public GenerateVerb() : base("generate", "Write synthetic city records (合成数据) and the figures they must lead to.")
    {
        foreach (var option in new Option[] { cities, months, start, seed, scale, folder }) Add(option);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var arguments = call.Arguments;
        var options = new GeneratorOptions
        {
            Cities = arguments.GetValue(cities),
            Months = arguments.GetValue(months),
            Start = arguments.GetValue(start)!,
            Seed = arguments.GetValue(seed),
            Scale = arguments.GetValue(scale),
            OutputFolder = arguments.GetRequiredValue(folder).FullName,
        };
        var report = await Generate(options, call.Terminal, cancel);
        foreach (var (source, rows) in report.RowsBySource) call.Terminal.Say($"{source}: {rows} rows");
        call.Terminal.Say($"{report.Rows} rows in {report.Files} files; {report.Rejected} to be rejected, {report.Warned} with a warning; {report.Observations} figures in truth/");
        call.Terminal.Say($"Written to {report.Folder} ({ReleaseExport.SyntheticMark})");
        return Outcome.Done(new { mark = ReleaseExport.SyntheticMark, report });
    }

    internal static async Task<GeneratorReport> Generate(GeneratorOptions options, Terminal terminal, CancellationToken cancel)
    {
        try
        {
            return await new ProgressDisplay(terminal).Show(steps => CityDataGenerator.Generate(options, new Forwarded(steps), cancel));
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    sealed class Forwarded(IProgress<Step> steps) : IProgress<GeneratorProgress>
    {
        public void Report(GeneratorProgress value) =>
            steps.Report(new Step("generate", value.CitiesDone, value.Cities, $"{value.CitiesDone} of {value.Cities} cities, {value.Rows} rows"));
    }
}
