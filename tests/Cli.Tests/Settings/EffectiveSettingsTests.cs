using System.Collections;
using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Cli.Tests.Running;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Cli.Tests.Settings;

public sealed class EffectiveSettingsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public void Read_TakesTheEnvironmentBeforeTheFileBeforeTheDefault()
    {
        var file = folder.Write("dca.json", """{ "Warehouse": { "Folder": "from-file", "Threads": 3 } }""");

        var warehouse = EffectiveSettings.Read(file, Environment(("DCA__Warehouse__Threads", "4"))).Get<WarehouseOptions>();

        Assert.Equal(("from-file", 4, new WarehouseOptions().KeepReleases), (warehouse.Folder, warehouse.Threads, warehouse.KeepReleases));
    }

    [Fact]
    public void Read_ListsEveryIssueWithPlaceAndNearestName()
    {
        var file = folder.Write("settings.json", """
            {
              // one of each kind
              "Warehouse": { "Foldr": "x",
                "Threads": 0 },
            }
            """);

        var error = Assert.Throws<SettingsException>(() => EffectiveSettings.Read(file, Environment(("DCA__Warehouse__KeepReleases", "many"), ("DCA__Warehose__Folder", "y"))));

        Assert.Collection(error.Issues,
            issue => Assert.Equal("settings.json: line 3: unknown key 'Warehouse:Foldr' (did you mean 'Warehouse:Folder'?).", issue),
            issue => Assert.Equal("DCA__Warehose__Folder: unknown key 'Warehose:Folder' (did you mean 'Warehouse:Folder'?).", issue),
            issue => Assert.Equal("DCA__Warehouse__KeepReleases: Warehouse:KeepReleases is 'many', expected a whole number.", issue),
            issue => Assert.Equal("Warehouse:Threads: The field Threads must be between 1 and 256.", issue));
    }

    [Theory]
    [InlineData("{ \"Warehouse\": ", "settings.json: line 1: not JSON")]
    [InlineData("{ \"Nonsense\": 1 }", "settings.json: line 1: unknown key 'Nonsense'; the sections are Warehouse, ")]
    public void Read_SaysWhatIsWrongWithTheFile(string json, string expected)
    {
        var error = Assert.Throws<SettingsException>(() => EffectiveSettings.Read(folder.Write("settings.json", json), Environment()));

        Assert.StartsWith(expected, Assert.Single(error.Issues), StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_IsTheCommittedPage() =>
        Assert.Equal(File.ReadAllText(Repository.PathOf("docs", "settings.md")), SettingsReference.Markdown());

    [Fact]
    public void Reference_ExplainsEverySetting() => Assert.All(
        SettingsSection.All.SelectMany(section => section.Keys), key => Assert.NotEqual("", Comments.Of(key.Property)));

    public void Dispose() => folder.Dispose();

    static Hashtable Environment(params (string Name, string Value)[] variables)
    {
        var environment = new Hashtable();
        foreach (var (name, value) in variables) environment.Add(name, value);
        return environment;
    }
}
