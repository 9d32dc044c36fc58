using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.Tests.RuleSets;

public sealed class RuleSetTests
{
    [Fact]
    public void Illustrative_HasTheFiveStandardsAndSaysWhatItIs()
    {
        var rules = RuleSet.Illustrative();

        Assert.Equal(["服务体系健全", "服务制度规范", "服务方式便捷", "服务手段智能", "服务成效明显"], rules.Standards.Select(standard => standard.Name.Zh));
        Assert.Contains("非官方", rules.Name.Zh, StringComparison.Ordinal);
        Assert.Contains("133号", rules.Source.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ListsEveryIssue()
    {
        const string yaml = """
            id: x
            version: 1
            name: { zh: 例, en: x }
            source: { zh: 例, en: x }
            near_percent: 0
            standards:
              - number: 4
                name: { zh: 例, en: x }
                items:
                  - { indicator: E05, clause: S5.3, frequency: Month, comparison: Band, band_from: 2 }
            """;

        var error = Assert.Throws<DefinitionException>(() => RuleSet.Read(yaml, "x.yaml"));

        Assert.Equal(3, error.Issues.Count);
    }
}
