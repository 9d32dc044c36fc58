namespace DemoCityAnalytics.ArchitectureTests;

/// <summary>Which project may use which: data moves right only. The table is that of docs/architecture.md.</summary>
public sealed class ReferenceTests
{
    static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Warehouse"] = [],
        ["Generator"] = [],   // its truth must share nothing with the engine that is checked against it
        ["Ingest"] = ["Warehouse"],
        ["Metrics"] = ["Warehouse"],
        ["Evaluation"] = ["Metrics", "Warehouse"],
        ["Jobs"] = ["Ingest", "Metrics", "Evaluation", "Warehouse"],
        ["Api"] = ["Metrics", "Evaluation", "Warehouse", "Ingest"],
        ["Cli"] = ["Api", "Evaluation", "Generator", "Ingest", "Jobs", "Metrics", "Warehouse"],
    };

    public static TheoryData<string> SourceProjects => [.. Projects.All.Where(path => path.StartsWith("src/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void References_AreAllowed(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.ContainsKey(name), $"{project} is not in the table of allowed references; add it to ReferenceTests and docs/architecture.md.");

        var forbidden = Projects.References(project).Except(Allowed[name], StringComparer.Ordinal).ToList();

        Assert.True(forbidden.Count == 0, $"{project} may not use {string.Join(", ", forbidden)}.");
    }

    [Fact]
    public void Table_NamesOnlyProjectsThatExist() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Projects.All
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}
