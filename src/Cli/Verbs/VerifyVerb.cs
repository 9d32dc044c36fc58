using System.CommandLine;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verification;
using DemoCityAnalytics.Warehouse.Verification;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca verify</c>: whether the warehouse still holds, or whether generated data leads to its stated truth.</summary>
sealed class VerifyVerb : Verb
{
    const int MostDifferencesShown = 50;

    readonly Option<DirectoryInfo?> generated = new("--generated")
    {
        Description = "Folder written by `dca generate`: load and compute it in a temporary warehouse and compare with its truth.",
        HelpName = "DIR",
    };

    public VerifyVerb() : base("verify", "Check the warehouse, or generated data against its truth.") => Add(generated);

    protected override Task<Outcome> Run(Call call, CancellationToken cancel) =>
        call.Arguments.GetValue(generated) is { } folder ? Generated(call, folder, cancel) : Warehouse(call, cancel);

    static async Task<Outcome> Warehouse(Call call, CancellationToken cancel)
    {
        await using var services = Composition.Open(call.Settings);
        var verified = await services.GetRequiredService<WarehouseVerification>().Run(cancel);
        foreach (var statement in verified)
        {
            call.Terminal.Say($"{(statement.Issues.Count == 0 ? "holds" : "does not hold")}: {statement.Statement} ({statement.Examined} examined)");
            foreach (var issue in statement.Issues.Take(MostDifferencesShown)) call.Terminal.Say("  " + issue);
        }
        var failed = verified.Count(statement => statement.Issues.Count > 0);
        call.Terminal.Say($"{verified.Count - failed} statements hold, {failed} do not");
        return new Outcome(failed == 0 ? ExitCode.Ok : ExitCode.Different, verified);
    }

    static async Task<Outcome> Generated(Call call, DirectoryInfo folder, CancellationToken cancel)
    {
        foreach (var truth in new[] { "observations.csv", "rejections.csv" }.Select(name => Path.Combine(folder.FullName, "truth", name)))
            if (!File.Exists(truth)) throw new UsageException($"There is no {truth}; expected a folder written by `dca generate`.");

        var (figures, rejections) = await GeneratedVerification.Run(folder.FullName, call.Settings, call.Terminal, cancel);
        foreach (var difference in figures.Differences.Concat(rejections.Differences).Take(MostDifferencesShown)) call.Terminal.Say(difference.ToString());
        var listed = figures.Differences.Count + rejections.Differences.Count;
        if (listed > MostDifferencesShown) call.Terminal.Say($"… and {listed - MostDifferencesShown} more; --json lists all.");
        // A figure may differ in its value and its parts; it is one figure.
        var figuresDiffer = figures.Differences.Select(difference => difference.What.Split(' ')[0]).Distinct(StringComparer.Ordinal).Count();
        call.Terminal.Say(
            $"{figures.Compared - figuresDiffer} figures equal, {figuresDiffer} differ; {rejections.Compared - rejections.Differences.Count} rejection counts equal, {rejections.Differences.Count} differ");
        return new Outcome(listed == 0 ? ExitCode.Ok : ExitCode.Different, new { figures, rejections });
    }
}
