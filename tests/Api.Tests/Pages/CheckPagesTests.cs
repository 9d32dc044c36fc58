using System.Text.RegularExpressions;

namespace DemoCityAnalytics.Api.Tests.Pages;

/// <summary>The pages that say where something is shown name tests and scripts that are there.</summary>
public sealed partial class CheckPagesTests
{
    static readonly Lazy<string> Tests = new(() => string.Concat(
        Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText)));

    [Theory]
    [InlineData("checks.md", 50)]
    [InlineData("accessibility.md", 20)]
    public void EveryTestAndFile_ThatIsNamed_IsThere(string page, int least)
    {
        var named = Name().Matches(File.ReadAllText(Repository.PathOf("docs", page))).Select(x => x.Groups[1].Value).Distinct().ToList();
        var missing = named.Where(name => name.EndsWith(".md", StringComparison.Ordinal) ? !File.Exists(Repository.PathOf("docs", name))
            : name.Contains('/', StringComparison.Ordinal) ? !File.Exists(Repository.PathOf(name))
            : !Regex.IsMatch(Tests.Value, $@"\b(class|Task|void) {name}\b"));

        Assert.True(named.Count >= least, $"{page} names {named.Count}");
        Assert.Empty(missing);
    }

    // Tests are written in capitals, scripts and pages with their ending; a command line and a program's own name are neither.
    [GeneratedRegex(@"`([A-Z][A-Za-z0-9_]+Tests|[A-Z][A-Za-z0-9]+_[A-Za-z0-9_]+|[a-z][\w/-]*\.(?:md|sh))`")]
    private static partial Regex Name();
}
