using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca serve</c>: portal, API and jobs in one process.</summary>
sealed class ServeVerb() : Verb("serve", "Serve the portal and the API, and run the jobs, in one process.")
{
    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        await using var app = Hosts.Portal(call.Settings, withJobs: true);
        return await Serving.Until(call, app, () => ($"Portal, API and jobs on {string.Join(", ", app.Urls)} (Ctrl-C stops)", new { addresses = app.Urls, jobs = true }), cancel);
    }
}
