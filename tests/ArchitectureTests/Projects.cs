using System.Xml.Linq;

namespace DemoCityAnalytics.ArchitectureTests;

/// <summary>The projects of the source tree.</summary>
static class Projects
{
    /// <summary>Every project file, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> All { get; } = Directory
        .EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).ToList();

    /// <summary>The names of the projects that this project file refers to.</summary>
    public static IReadOnlySet<string> References(string project) => XDocument.Load(Path.Combine(Repository.Root, project))
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
        .ToHashSet(StringComparer.Ordinal);
}
