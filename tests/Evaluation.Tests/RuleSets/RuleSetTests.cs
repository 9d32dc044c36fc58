using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
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

    [Fact]
    public void Illustrative_CoversEveryClauseWithPointsThatAddUpToAHundred()
    {
        var rules = RuleSet.Illustrative();
        string[] clauses = [.. Enumerable.Range(1, 6).Select(i => $"S1.{i}"), .. Enumerable.Range(1, 6).Select(i => $"S2.{i}"),
            .. Enumerable.Range(1, 4).Select(i => $"S3.{i}"), .. Enumerable.Range(1, 5).Select(i => $"S4.{i}"), .. Enumerable.Range(1, 5).Select(i => $"S5.{i}")];

        Assert.Equal(clauses, rules.Evidence.Select(item => item.Clause).Order(StringComparer.Ordinal));
        Assert.Equal(clauses, rules.Items.Select(item => item.Clause).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(100m, rules.FullPoints);
    }

    [Fact]
    public void Illustrative_UsesEveryScoreFunction()
    {
        var rules = RuleSet.Illustrative();
        var used = rules.Items.Select(item => item.Score).Concat(rules.Evidence.Select(item => item.Score)).OfType<ScoreRule>().Select(rule => rule.Function.GetType()).ToHashSet();

        Assert.Equal(typeof(ScoreFunction).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ScoreFunction))).ToHashSet(), used);
    }

    [Theory]
    [InlineData("points: 90, score: { all_or_nothing: {}, half_credit: {} }", "states 2 score functions")]
    [InlineData("points: 90, score: {}", "states 0 score functions")]
    [InlineData("points: 90", "states no score function")]
    [InlineData("points: 80, score: { all_or_nothing: {} }", "add up to 90")]
    [InlineData("points: 90, score: { veto: {} }", "a veto bears no points")]
    [InlineData("points: 90, score: { against_control: { below: 10, equal: 5, above: 0 } }", "best of below, equal and above")]
    [InlineData("points: 90, score: { bands: { steps: [{ at_least: 1, above: 2, points: 90 }] } }", "exactly one of at_least")]
    [InlineData("points: 90, score: { bands: { steps: [{ at_least: 1, points: 80 }] } }", "the best band")]
    [InlineData("points: 90, score: { steps_by_shortfall: { steps: [{ up_to_percent: 5, lose: 2 }, { up_to_percent: 5, lose: 3 }], beyond_lose: 4 } }", "must reach further")]
    [InlineData("points: 90, score: { halfcredit: {} }", "did you mean 'half_credit'?")]
    public void Read_NamesWhatIsWrongWithAScoreFunction(string item, string message)
    {
        var yaml = $$"""
            id: x
            version: 1
            name: { zh: 例, en: x }
            source: { zh: 例, en: x }
            near_percent: 95
            standards:
              - number: 4
                name: { zh: 例, en: x }
                items:
                  - { indicator: D04, clause: S4.1, frequency: Year, comparison: AtLeast, target: 95, {{item}} }
                evidence:
                  - { id: S4.1-M, clause: S4.1, points: 10, papers: [报告], name: { zh: 例, en: x } }
            """;

        Assert.Contains(message, Assert.Throws<DefinitionException>(() => RuleSet.Read(yaml, "x.yaml")).Message, StringComparison.Ordinal);
    }
}
