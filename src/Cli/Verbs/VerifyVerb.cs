using System.CommandLine;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verification;
using DemoCityAnalytics.Evaluation.Archive;
using DemoCityAnalytics.Metrics.Verification;
using DemoCityAnalytics.Warehouse.Verification;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca verify</c>: whether the warehouse still holds, generated data leads to its stated truth, or an exported round is whole.</summary>
sealed class VerifyVerb : Verb
{
    const int MostDifferencesShown = 50;

    readonly Option<DirectoryInfo?> generated = new("--generated")
    {
        Description = "Folder written by `dca generate`: load and compute it in a temporary warehouse and compare with its truth.",
        HelpName = "DIR",
    };

    readonly Option<DirectoryInfo?> truth = new("--truth")
    {
        Description = "Folder written by `dca generate` whose files were loaded before: compare this warehouse and its release with its truth.",
        HelpName = "DIR",
    };

    readonly Argument<FileInfo?> archive = new("ROUND.zip")
    {
        Description = "A file written by `dca export round`: compute its scores again and check every byte.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    readonly Option<string?> seal = new("--seal") { Description = "The seal that was noted when the round was exported.", HelpName = "SHA-256" };

    readonly Option<string?> printed = new("--checksum") { Description = "The checksum that stands on the round's pages and papers, with or without its spaces.", HelpName = "HEX" };

    public VerifyVerb() : base("verify", "Check the warehouse, generated data against its truth, or an exported round.")
    {
        Add(archive);
        Add(generated);
        Add(truth);
        Add(seal);
        Add(printed);
    }

    protected override Task<Outcome> Run(Call call, CancellationToken cancel) =>
        call.Arguments.GetValue(archive) is { } file ? Round(call, file, cancel)
        : call.Arguments.GetValue(generated) is { } folder ? Generated(call, folder, cancel)
        : call.Arguments.GetValue(truth) is { } loaded ? Loaded(call, loaded)
        : Warehouse(call, cancel);

    async Task<Outcome> Round(Call call, FileInfo file, CancellationToken cancel)
    {
        if (!file.Exists) throw new UsageException($"There is no file {file.FullName}; expected one written by `dca export round`.");
        var verdict = ArchiveVerification.Of(await File.ReadAllBytesAsync(file.FullName, cancel), call.Arguments.GetValue(seal));
        if (call.Arguments.GetValue(printed)?.Replace(" ", "", StringComparison.Ordinal) is { } checksum && (checksum.Length == 0 || !verdict.FrozenHash.StartsWith(checksum, StringComparison.OrdinalIgnoreCase)))
            verdict = verdict with { Issues = [.. verdict.Issues, $"The frozen figures have the checksum {verdict.FrozenHash}, printed is {checksum}: these are not the figures of that paper."] };
        foreach (var issue in verdict.Issues.Take(MostDifferencesShown)) call.Terminal.Say(issue);
        call.Terminal.Say($"{verdict.Files} files, {verdict.Scores} scores computed again, {verdict.AuditEntries} audit entries; {verdict.Issues.Count} issues; seal {verdict.Seal}; figures {verdict.FrozenHash}");
        return new Outcome(verdict.Intact ? ExitCode.Ok : ExitCode.Different, verdict);
    }

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
        CheckHasTruth(folder);
        var (figures, rejections) = await GeneratedVerification.Run(folder.FullName, call.Settings, call.Terminal, cancel);
        return Compared(call, figures, rejections);
    }

    static async Task<Outcome> Loaded(Call call, DirectoryInfo folder)
    {
        CheckHasTruth(folder);
        await using var services = Composition.Open(call.Settings);
        var (figures, rejections) = GeneratedVerification.Compare(folder.FullName, services);
        return Compared(call, figures, rejections);
    }

    static void CheckHasTruth(DirectoryInfo folder)
    {
        foreach (var truth in new[] { "observations.csv", "rejections.csv" }.Select(name => Path.Combine(folder.FullName, "truth", name)))
            if (!File.Exists(truth)) throw new UsageException($"There is no {truth}; expected a folder written by `dca generate`.");
    }

    static Outcome Compared(Call call, TruthReport figures, TruthReport rejections)
    {
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
