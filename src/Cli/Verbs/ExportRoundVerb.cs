using System.CommandLine;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Evaluation.Archive;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca export round ID</c>: a frozen round in one file that can be checked anywhere.</summary>
sealed class ExportRoundVerb : Verb
{
    readonly Argument<string> round = new("ID") { Description = "Id of a frozen round, like 2026-R1." };
    readonly Option<FileInfo> file = new("--to") { Description = "ZIP file to write.", HelpName = "FILE", Required = true };

    public ExportRoundVerb() : base("round", "Write a frozen round with figures, rules, scores and audit log to one ZIP file.")
    {
        Add(round);
        Add(file);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var id = call.Arguments.GetRequiredValue(round);
        var state = await StateStore.Open(call.Settings.Get<StateOptions>(), call.Settings.Get<WarehouseOptions>(), TimeProvider.System, cancel);
        if (await RoundArchive.Write(state, id) is not { } zip)
            throw new UsageException($"There is no frozen round '{id}'. A round is exported after its freeze.");
        var target = call.Arguments.GetRequiredValue(file);
        await File.WriteAllBytesAsync(target.FullName, zip, cancel);
        var verdict = ArchiveVerification.Of(zip);
        call.Terminal.Say($"Round {id} written to {target.FullName}: {verdict.Files} files, {verdict.Scores} scores, {verdict.AuditEntries} audit entries.");
        call.Terminal.Say($"Note this seal outside: {verdict.Seal}");
        return new Outcome(verdict.Intact ? ExitCode.Ok : ExitCode.Different, verdict);
    }
}
