using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Jobs;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca worker</c>: the jobs alone; the one process that writes the warehouse.</summary>
sealed class WorkerVerb() : Verb("worker", "Run the jobs only; the one process that writes the warehouse.")
{
    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        using var host = Hosts.Worker(call.Settings);
        var timetable = Schedule.Table.Select(entry => new { entry.Id, entry.Cron, timeZone = entry.TimeZone.Id }).ToList();
        var line = $"Jobs run by the timetable: {string.Join(", ", timetable.Select(entry => $"{entry.Id} ({entry.Cron})"))}, {Schedule.Table[0].TimeZone.Id} (Ctrl-C stops)";
        return await Serving.Until(call, host, () => (line, new { timetable }), cancel);
    }
}
