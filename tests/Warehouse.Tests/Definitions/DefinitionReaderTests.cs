using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Warehouse.Tests.Definitions;

public sealed class DefinitionReaderTests
{
    public sealed record Sample
    {
        public required string Id { get; init; }
        public required BilingualText Name { get; init; }
        public IReadOnlyDictionary<string, Part> Parts { get; init; } = new Dictionary<string, Part>();
    }

    public sealed record Part
    {
        public int Decimals { get; init; }
    }

    [Fact]
    public void Read_FillsTheType()
    {
        var sample = DefinitionReader.Read<Sample>("id: a\nname: { zh: 求人倍率, en: Ratio }\nparts:\n  x: { decimals: 2 }\n", "a.yaml");

        Assert.Equal(("a", "求人倍率", 2), (sample.Id, sample.Name.Zh, sample.Parts["x"].Decimals));
    }

    [Fact]
    public void Read_NamesFileLineAndNearestKey_WhenAKeyIsUnknown()
    {
        var error = Assert.Throws<DefinitionException>(() =>
            DefinitionReader.Read<Sample>("id: a\nname: { zh: x, en: y }\nparts:\n  x: { decimal: 2 }\nnam: b\n", "a.sql", firstLine: 10));

        Assert.Equal(
            ["a.sql: line 13: unknown key 'decimal' (did you mean 'decimals'?).", "a.sql: line 14: unknown key 'nam' (did you mean 'name'?)."],
            error.Issues.Select(issue => issue.ToString()));
    }

    [Fact]
    public void Read_RefusesAMissingKey() =>
        Assert.Contains("name", Assert.Throws<DefinitionException>(() => DefinitionReader.Read<Sample>("id: a\n", "a.yaml")).Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Read_RefusesAValueOfTheWrongType() =>
        Assert.Contains("a.yaml: line 4", Assert.Throws<DefinitionException>(() =>
            DefinitionReader.Read<Sample>("id: a\nname: { zh: x, en: y }\nparts:\n  x: { decimals: two }\n", "a.yaml")).Message, StringComparison.Ordinal);
}
