using DemoCityAnalytics.Ingest.Contracts;

namespace DemoCityAnalytics.Ingest.Tests.Contracts;

public sealed class SourcePagesTests
{
    [Fact]
    public void The_pages_in_docs_say_what_the_contracts_say()
    {
        var folder = Path.Combine(Root(), "docs", "sources");
        var pages = SourcePages.All(TemporaryWarehouse.Contracts);
        Assert.Equal(pages.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        var stale = pages.Where(page => File.ReadAllText(Path.Combine(folder, page.Key)) != page.Value).Select(page => page.Key);
        Assert.True(!stale.Any(), $"docs/sources is stale: {string.Join(", ", stale)}. Run: ./dca sources --markdown docs/sources");
    }

    static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DemoCityAnalytics.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
