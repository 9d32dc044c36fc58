namespace DemoCityAnalytics.ArchitectureTests;

public sealed class SolutionTests
{
    static readonly string Solution = File.ReadAllText(Path.Combine(Repository.Root, "DemoCityAnalytics.sln")).Replace('\\', '/');

    /// <summary>A project left out of the solution is silently neither built nor tested.</summary>
    [Fact]
    public void Solution_HoldsEveryProject()
    {
        var missing = Projects.All.Where(project => !Solution.Contains($"\"{project}\"", StringComparison.Ordinal)).ToList();

        Assert.True(missing.Count == 0, $"Not in DemoCityAnalytics.sln: {string.Join(", ", missing)}. Run: dotnet sln add {string.Join(' ', missing)}");
    }

    [Fact]
    public void Tests_MirrorTheProjects()
    {
        var untested = Projects.All
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !Projects.All.Contains($"tests/{name}.Tests/{name}.Tests.csproj")).ToList();

        Assert.Empty(untested);
    }

    /// <summary>One place for versions: a version in a project file would win over Directory.Packages.props unseen.</summary>
    [Fact]
    public void Projects_StateNoPackageVersion()
    {
        var stating = Projects.All
            .Where(path => File.ReadAllText(Path.Combine(Repository.Root, path)) is var text
                && (text.Contains("VersionOverride", StringComparison.Ordinal)
                    || System.Text.RegularExpressions.Regex.IsMatch(text, "<PackageReference[^>]*Version=")))
            .ToList();

        Assert.Empty(stating);
    }

    [Fact]
    public void Projects_HaveALockFile()
    {
        var without = Projects.All.Where(path => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, "packages.lock.json"))).ToList();

        Assert.Empty(without);
    }
}
