using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Models.Anomalies;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary><c>dca anomalies</c>: what looks odd in series, in the figures of the release, or in the postings of the warehouse.</summary>
sealed class AnomaliesVerb : Verb
{
    readonly SeriesSource source = new();
    readonly Option<bool> postings = new("--postings") { Description = "Look at the postings of the warehouse for bursts of repeated ones." };

    public AnomaliesVerb() : base("anomalies", "Flag jumps, level shifts, copies of last month, heaped or too round digits, impossible ratios and bursts of repeated postings; leads for a person.")
    {
        source.AddTo(this);
        Add(postings);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var flags = call.Arguments.GetValue(postings) ? await Postings(call)
            : source.Release(call) is { } release ? FigureAnomalies.Of(release, cancel).Flags
            : AnomalyCheck.Over(await source.Read(call, cancel)).Flags;
        foreach (var flag in flags) call.Terminal.Say(Line(flag));
        foreach (var rule in flags.GroupBy(flag => flag.Rule).OrderBy(rule => rule.Key)) call.Terminal.Say($"{rule.Key}: {rule.Count()} flags");
        call.Terminal.Say($"{flags.Count} flags; model output, anomaly rules version {AnomalyCheck.Version}, no figure changes by them");
        return Outcome.Done(new { modelOutput = true, version = AnomalyCheck.Version, flags });
    }

    static async Task<IReadOnlyList<AnomalyFlag>> Postings(Call call)
    {
        await using var services = Composition.Open(call.Settings);
        using var connection = services.GetRequiredService<WarehouseDatabase>().Connect();
        return connection.Count("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'stg' AND table_name = 'job_postings'") == 0
            ? throw new UsageException("The warehouse holds no job_postings; load them first.")
            : PostingAnomalies.Of(connection);
    }

    static string Line(AnomalyFlag flag) => string.Create(CultureInfo.InvariantCulture,
        $"{flag.Rule} {flag.Series} {flag.Period}: found {flag.Found:0.##}, expected {flag.Expected:0.##}, limit {flag.Limit:0.##}, effect on the figure {(flag.Effect is { } effect ? effect.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture) : "cannot be said")}");
}
