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

    readonly Option<string?> release = new("--release") { Description = "A release that is kept, as pages and answers name it; the current one when left out.", HelpName = "NAME" };
    readonly Option<string?> asOf = new("--as-of") { Description = "The release that was current at this instant in UTC: 2024-11-20T10:00:00Z.", HelpName = "INSTANT" };

    public RecomputeVerb() : base("recompute", "Compute one released figure again from the archived bytes of its files.")
    {
        Add(figure);
        Add(release);
        Add(asOf);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var text = call.Arguments.GetValue(figure)!;
        if (!FigureId.TryParse(text, out var id)) throw new UsageException($"'{text}' does not name a figure; expected a form like E05::130100:2024-Q4.");
        var options = call.Settings.Get<WarehouseOptions>();
        var store = new ReleaseStore(options);
        if (store.Current() is not { } current) return Outcome.Failed(ExitCode.NoRelease, $"{options.Folder} holds no release; compute one first (dca compute).");
        var name = call.Arguments.GetValue(release);
        if (call.Arguments.GetValue(asOf) is { } instant)
            name = name is null ? CurrentAt(instant, store) : throw new UsageException("--release names the release already; leave out --as-of.");
        var answering = name is null ? current
            : store.Named(name) ?? throw new UsageException($"The release {name} is not kept; kept are {string.Join(", ", store.Kept().Select(kept => kept.Name))} (setting Warehouse:KeepReleases).");
        var recomputation = new ArchiveRecomputation(options.Folder);
        if (recomputation.Files(answering, id, cancel) is not { } files) throw new UsageException($"The release {answering.Manifest.Name} holds no figure {id}.");
        var evidence = await Recompute(recomputation, answering, id, files, cancel);
        foreach (var source in evidence.Sources)
        {
            call.Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{source.Source}: {source.Read} rows read, {source.Used} used, {source.Read - source.Used} set aside"));
            foreach (var rows in source.SetAside) call.Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {rows.Rows} {Reason(rows)}"));
        }
        call.Terminal.Say($"{id}: published in {answering.Manifest.Name} {Value(evidence.Published)}, from {files.Count} archived files {Value(evidence.Recomputed)}: {(evidence.Reproduces ? "the same" : "different")}");
        return new Outcome(evidence.Reproduces ? ExitCode.Ok : ExitCode.Different, new { release = answering.Manifest.Name, figure = id.ToString(), evidence, files });
    }

    static string CurrentAt(string instant, ReleaseStore store)
    {
        if (!DateTime.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment))
            throw new UsageException($"--as-of is '{instant}'; expected an instant in UTC such as 2024-11-20T10:00:00Z.");
        var kept = store.Kept();
        return kept.LastOrDefault(release => release.PublishedAt <= moment)?.Name
            ?? throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"No release of {moment:yyyy-MM-dd'T'HH:mm:ss'Z'} is kept; the oldest that is, {kept[0].Name}, was published at {kept[0].PublishedAt:yyyy-MM-dd'T'HH:mm:ss'Z'} (setting Warehouse:KeepReleases)."));
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
