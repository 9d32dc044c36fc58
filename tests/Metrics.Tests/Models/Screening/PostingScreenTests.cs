using CsCheck;
using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Screening;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Tests.Models.Screening;

public sealed class PostingScreenTests
{
    static readonly PostingScreen Screen = new(ScreeningRules.BuiltIn());

    static readonly Gen<string> Sentence = Gen.Int[0, 11].Select(at => Sentences![at]);

    static readonly string[] Sentences =
    [
        "限男性，身体健康", "男女不限", "年龄18-45岁", "入职需交押金500元", "不收取任何费用", "招聘女装设计师", "加微信详聊", "面议",
        "1、女，25-45岁，身体健康", "要求985院校毕业", "谢绝残疾人", "五险一金",
    ];

    [Fact]
    public void Hit_GivesTheWordsTheirPlaceAndTheirSentence()
    {
        var hit = Assert.Single(Screen.Screen("包吃包住。仅限男性，两班倒；月休四天"));

        Assert.Equal("D01", hit.Rule.Id);
        Assert.Equal("仅限男性", hit.Words);
        Assert.Equal(5, hit.Start);
        Assert.Equal("仅限男性，两班倒", hit.Sentence);
        Assert.Equal(Severity.Violation, hit.Rule.Severity);
        Assert.Contains("人社部发〔2019〕17号", hit.Rule.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Exemption_IsKeptWithItsReason()
    {
        var hit = Assert.Single(Screen.ScreenWithExempted("负责收取租户押金"));

        Assert.Equal("F01", hit.Rule.Id);
        Assert.Equal("写的是工作内容", hit.Exempted);
    }

    /// <summary>The quick look at characters only saves time: rules without it find the same.</summary>
    [Fact]
    public void Needs_ChangeNothing()
    {
        var without = new PostingScreen(Screen.Definition with { Rules = [.. Screen.Definition.Rules.Select(rule => rule with { Needs = null })] });
        var table = CsvTable.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", "Screening", "labelled.csv")), "labelled.csv");

        foreach (var item in ScreeningCheck.Cases(table))
            Assert.Equal(without.Screen(item.Text).Select(hit => (hit.Rule.Id, hit.Start)), Screen.Screen(item.Text).Select(hit => (hit.Rule.Id, hit.Start)));
    }

    [Fact]
    public void Age_IsANotice() => Assert.All(Screen.Screen("35岁以下"), hit => Assert.Equal(Severity.Notice, hit.Rule.Severity));

    /// <summary>福利待遇：面议 inside a description does not say that the pay is not stated.</summary>
    [Fact]
    public void PayAndNumber_AreReadOnlyWhereTheyStand()
    {
        Assert.Empty(Screen.Screen(new PostingText("普工", "面议", Pay: "4000-6000", Number: "3")));
        Assert.Equal(["M01", "M02"], Screen.Screen(new PostingText("普工", "两班倒", Pay: "面议", Number: "若干")).Select(hit => hit.Rule.Id));
    }

    /// <summary>Full-width digits and invisible characters do not hide a hit, nor make one.</summary>
    [Fact]
    public void Disguise_ChangesNothing() =>
        Gen.Select(Sentence, Gen.Int[0, 20]).Sample((sentence, at) =>
        {
            var wide = string.Concat(sentence.Select(c => c is >= '0' and <= '9' ? (char)(c + 0xFEE0) : c));
            var disguised = wide.Insert(at % (wide.Length + 1), "\u200B");
            return Rules(disguised).SequenceEqual(Rules(sentence));
        });

    /// <summary>What stands in other sentences does not change the hits of this one, except for what exempts a whole text.</summary>
    [Fact]
    public void Hits_LieInsideTheText() =>
        Sentence.List[1, 6].Sample(parts =>
        {
            var text = string.Join("。", parts);
            return Screen.ScreenWithExempted(text).All(hit => text.Substring(hit.Start, hit.Length) == hit.Words && text.Contains(hit.Sentence, StringComparison.Ordinal));
        });

    [Fact]
    public void Screening_AnyText_NeitherFailsNorChanges() =>
        Gen.String.Sample(text => Screen.Screen(text).Select(hit => (hit.Rule.Id, hit.Start)).SequenceEqual(Screen.Screen(text).Select(hit => (hit.Rule.Id, hit.Start))));

    [Theory]
    [InlineData("'{nobody}'", "no word list 'nobody'")]
    [InlineData("'(unclosed'", "is not a regular expression")]
    public void Definition_NamesRuleAndMistake(string form, string message)
    {
        var rules = ScreeningRules.Read($"""
            id: test
            version: 1
            rules:
              - id: X01
                class: test
                severity: notice
                name: {"{ zh: 试, en: test }"}
                basis: none
                forms: [{form}]
            """, "test.yaml");

        var wrong = Assert.Throws<DefinitionException>(() => new PostingScreen(rules));

        Assert.Contains("X01", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    static IEnumerable<string> Rules(string text) => Screen.Screen(text).Select(hit => hit.Rule.Id);
}
