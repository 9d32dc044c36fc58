using System.CommandLine;
using DemoCityAnalytics.Cli.Demo;
using DemoCityAnalytics.Cli.Exports;
using DemoCityAnalytics.Cli.Hosting;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca demo</c>: the whole way once, on synthetic data: generate, load, compute, publish, report, serve.</summary>
sealed class DemoVerb : Verb
{
    readonly Option<bool> once = new("--once") { Description = "End after the report; do not serve the portal." };
    readonly Option<DirectoryInfo> folder = new("--folder")
    {
        Description = "Folder of the demo's files and its own warehouse.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo("data/demo"),
    };

    public DemoVerb() : base("demo", "Show everything on synthetic data (合成数据): generate, load, compute, publish, serve.")
    {
        Add(once);
        Add(folder);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var demo = new DemoFolder(call.Arguments.GetRequiredValue(folder).FullName);
        var settings = demo.Settings(call.Settings);
        var shown = await DemoRun.Through(demo, settings, call.Terminal, cancel);

        call.Terminal.Say($"Release {shown.Release} ({ReleaseExport.SyntheticMark})");
        call.Terminal.Say(shown.Headline);
        call.Terminal.Say($"Report: {shown.Report}");
        if (call.Arguments.GetValue(once)) return Outcome.Done(shown);

        var (accounts, open) = DemoAccounts.For(new ReleaseStore(settings.Get<WarehouseOptions>()).Current()!.Cities, settings);
        call.Terminal.Say($"Log in as {string.Join(", ", accounts.Names)}; password of this start: {accounts.Password}");
        await using var app = Hosts.Portal(open, withJobs: true);
        return await Serving.Until(call, app, () => ($"Portal, API and jobs on {string.Join(", ", app.Urls)} (Ctrl-C stops)", shown with { Addresses = [.. app.Urls] }), cancel);
    }
}
