using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Api.Recomputing;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca recompute</c>: one released figure computed again from the archived files.</summary>
sealed class RecomputeVerb : Verb
{
    readonly Argument<string> figure = new("FIGURE") { Description = "Id of the figure, as pages and answers show it: E05::130100:2024-Q4." };

    public RecomputeVerb() : base("recompute", "Compute one released figure again from the archived bytes of its files.") => Add(figure);

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var text = call.Arguments.GetValue(figure)!;
        if (!FigureId.TryParse(text, out var id)) throw new UsageException($"'{text}' does not name a figure; expected a form like E05::130100:2024-Q4.");
        var options = call.Settings.Get<WarehouseOptions>();
        if (new ReleaseStore(options).Current() is not { } release) return Outcome.Failed(ExitCode.NoRelease, $"{options.Folder} holds no release; compute one first (dca compute).");
        var recomputation = new ArchiveRecomputation(options.Folder);
        if (recomputation.Files(release, id, cancel) is not { } files) throw new UsageException($"The release {release.Manifest.Name} holds no figure {id}.");
        var evidence = await Recompute(recomputation, release, id, files, cancel);
        foreach (var source in evidence.Sources)
        {
            call.Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{source.Source}: {source.Read} rows read, {source.Used} used, {source.Read - source.Used} set aside"));
            foreach (var rows in source.SetAside) call.Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {rows.Rows} {Reason(rows)}"));
        }
        call.Terminal.Say($"{id}: published {Value(evidence.Published)}, from {files.Count} archived files {Value(evidence.Recomputed)}: {(evidence.Reproduces ? "the same" : "different")}");
        return new Outcome(evidence.Reproduces ? ExitCode.Ok : ExitCode.Different, new { release = release.Manifest.Name, figure = id.ToString(), evidence, files });
    }

    static async Task<FigureEvidence> Recompute(
        ArchiveRecomputation recomputation, ReleaseSnapshot release, FigureId id, IReadOnlyList<ReleaseInput> files, CancellationToken cancel)
    {
        try
        {
            return await recomputation.Run(release, id, files, cancel);
        }
        catch (LostFileException e)
        {
            throw new UsageException(e.Message);
        }
    }

    static string Reason(SetAsideRows rows) => rows.Condition is null ? rows.Because.ToString() : $"{rows.Because}: {rows.Name?.En ?? rows.Condition}";

    static string Value(Observation figure) => figure.Value?.ToString(CultureInfo.InvariantCulture) ?? figure.Status.ToString();
}
