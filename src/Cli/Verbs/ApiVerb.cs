using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca api</c>: portal and API alone; it reads releases and runs beside a worker.</summary>
sealed class ApiVerb() : Verb("api", "Serve the portal and the API only; may run beside a worker.")
{
    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        await using var app = Hosts.Portal(call.Settings, withJobs: false);
        return await Serving.Until(call, app, () => ($"Portal and API on {string.Join(", ", app.Urls)} (Ctrl-C stops)", new { addresses = app.Urls, jobs = false }), cancel);
    }
}
