using System.Xml.Linq;

namespace DemoCityAnalytics.ArchitectureTests;

/// <summary>The source tree that these tests look at.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every project file, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Projects { get; } = Directory
        .EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).ToList();

    /// <summary>The names of the projects that this project file refers to.</summary>
    public static IReadOnlySet<string> References(string project) => XDocument.Load(Path.Combine(Root, project))
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
        .ToHashSet(StringComparer.Ordinal);

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "DemoCityAnalytics.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No DemoCityAnalytics.sln above {AppContext.BaseDirectory}.");
    }
}
