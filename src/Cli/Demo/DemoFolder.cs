using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Cli.Settings;

namespace DemoCityAnalytics.Cli.Demo;

/// <summary>Where the demo keeps everything: nothing of it touches the warehouse of real data.</summary>
sealed record DemoFolder(string Path)
{
    public string Files => System.IO.Path.Combine(Path, "generated");

    public string Report(int city) => System.IO.Path.Combine(Path, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"scorecard-{city}.html"));

    /// <summary>The given settings with the demo's own warehouse and key, jobs in memory, and readers let in without a login on this machine.</summary>
    public EffectiveSettings Settings(EffectiveSettings given) => given.With(
        ("Warehouse:Folder", System.IO.Path.Combine(Path, "warehouse")),
        ("Identity:KeyFile", System.IO.Path.Combine(Path, "identity.key")),
        ("Jobs:ConnectionString", null),
        ("Jobs:Inbox", System.IO.Path.Combine(Path, "inbox")),
        ("Access:AnonymousRole", nameof(Role.Expert)));
}
