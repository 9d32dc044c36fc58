using System.CommandLine;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Evaluation.Archive;
using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Evaluation.State;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca rehearse</c>: the whole programme on a made-up nation, in a temporary state.</summary>
sealed class RehearseVerb : Verb
{
    readonly Option<bool> all = new("--all") { Description = "Print every step; without it only refusals, checked facts and what was unexpected." };

    readonly Option<FileInfo?> archive = new("--archive") { Description = "Also write the rehearsed round as `dca export round` does, for `dca verify`.", HelpName = "FILE" };

    public RehearseVerb() : base("rehearse", "Play the programme from application to withdrawal on synthetic data (合成数据).")
    {
        Add(all);
        Add(archive);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("dca-rehearse-");
        try
        {
            var file = Path.Combine(folder.FullName, "state.db");
            var script = await ProgrammeRehearsal.Play(clock => StateStore.OpenSqlite(file, clock, cancel), cancel);
            foreach (var step in script.Steps.Where(step => step.Unexpected || !step.Routine || call.Arguments.GetValue(all))) call.Terminal.Say(step.ToString());
            if (call.Arguments.GetValue(archive) is { } target)
            {
                var store = await StateStore.OpenSqlite(file, TimeProvider.System, cancel);
                if (await RoundArchive.Write(store, ProgrammeRehearsal.Round) is { } zip) await File.WriteAllBytesAsync(target.FullName, zip, cancel);
            }
            call.Terminal.Say(script.Summary);
            return new Outcome(script.Unexpected == 0 ? ExitCode.Ok : ExitCode.Different, new { steps = script.Steps.Count, script.Unexpected, all = script.Steps });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
