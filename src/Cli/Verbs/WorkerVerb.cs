using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Jobs;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca worker</c>: the jobs alone; the one process that writes the warehouse.</summary>
sealed class WorkerVerb : Verb
{
    const int MostShown = 12;

    readonly Option<string[]> now = new("--now")
    {
        Description = "Also run a job of the timetable at once: its name, or 'pulls' for all that are read from elsewhere. May be repeated.",
        HelpName = "JOB",
        DefaultValueFactory = _ => [],
    };

    public WorkerVerb() : base("worker", "Run the jobs only; the one process that writes the warehouse.") => Add(now);

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var chosen = Chosen(call);
        using var host = Hosts.Worker(call.Settings);
        return await Serving.Until(call, host, () => Started(host.Services, chosen), cancel);
    }

    List<string> Chosen(Call call)
    {
        var timetable = Schedule.Of(call.Settings.Get<JobsOptions>()).Select(entry => entry.Id).ToList();
        var asked = call.Arguments.GetValue(now)!;
        if (asked.FirstOrDefault(job => job != "pulls" && !timetable.Contains(job)) is { } unknown)
            throw new UsageException($"There is no job '{unknown}'; jobs are {string.Join(", ", timetable.Take(MostShown))}{(timetable.Count > MostShown ? ", …" : "")}.");
        return [.. timetable.Where(job => asked.Contains(job) || asked.Contains("pulls") && job.StartsWith(ScheduledPull.Prefix, StringComparison.Ordinal))];
    }

    static (string Line, object Result) Started(IServiceProvider services, List<string> chosen)
    {
        var jobs = services.GetRequiredService<JobsOutlook>();
        foreach (var job in chosen) jobs.RunNow(job);
        var timetable = jobs.Next().Select(run => new { run.Id, run.Cron, timeZone = run.TimeZone, next = Shown(run.Next), last = run.LastState }).ToList();
        var lines = timetable.Take(MostShown).Select(run => $"{run.Id} ({run.Cron}): next {run.next}{(run.last is null ? "" : $", last {run.last}")}");
        var more = timetable.Count > MostShown ? $"{Environment.NewLine}… and {timetable.Count - MostShown} more; --json lists all" : "";
        return ($"Jobs run by the timetable, {timetable[0].timeZone} (Ctrl-C stops):{Environment.NewLine}{string.Join(Environment.NewLine, lines)}{more}", new { timetable });
    }

    static string Shown(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "not set";
}
