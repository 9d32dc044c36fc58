using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Releases;

/// <summary>The release that one request is answered from: the same for all of it, even when a new one is published meanwhile.</summary>
public sealed class ReleaseReader(ReleaseStore store)
{
    readonly Lazy<ReleaseSnapshot?> current = new(store.Current);

    /// <summary>The current release, or null when none has been published.</summary>
    public ReleaseSnapshot? Current => current.Value;

    public string Folder => store.Folder;

    internal static Problem NoRelease { get; } = new("no-release", ProblemKinds.All["no-release"].Fix.Zh, ProblemKinds.All["no-release"].Fix.En);
}
