using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Releases;

/// <summary>
/// The release that one request is answered from: the same for all of it, even when a new one is published meanwhile, and with as much of it as
/// the caller may see.
/// </summary>
public sealed class ReleaseReader(ReleaseStore store, AreaScope scope)
{
    readonly Lazy<ReleaseSnapshot?> current = new(() => store.Current() is { } release ? As(scope.Reader, release) : null);

    /// <summary>The current release, or null when none has been published.</summary>
    public ReleaseSnapshot? Current => current.Value;

    public string Folder => store.Folder;

    // Experts and the ministry judge by all figures, a city or province account by those of its own area; for the others small groups are held back.
    internal static ReleaseSnapshot As(Reader? reader, ReleaseSnapshot release) => reader switch
    {
        { Role: Role.Expert or Role.Ministry } => release,
        { Role: Role.City or Role.Province, AreaCode: { } own } => release.ForReaders(own),
        _ => release.ForReaders(null),
    };

    internal static Problem NoRelease { get; } = new("no-release", ProblemKinds.All["no-release"].Fix.Zh, ProblemKinds.All["no-release"].Fix.En);
}
