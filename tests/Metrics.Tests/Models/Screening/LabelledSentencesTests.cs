using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Duplicates;
using DemoCityAnalytics.Metrics.Models.Screening;
using Xunit.Abstractions;

namespace DemoCityAnalytics.Metrics.Tests.Models.Screening;

/// <summary>
/// Sentences written for this test, not field data; docs/models/screening.md says how. The held-out part was written before the
/// rules were run over it.
/// </summary>
public sealed class LabelledSentencesTests(ITestOutputHelper output)
{
    static readonly PostingScreen Screen = new(ScreeningRules.BuiltIn());
    static readonly CsvTable Table = CsvTable.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", "Screening", "labelled.csv")), "labelled.csv");

    [Fact]
    public void Rules_AgreeWithEveryLabel()
    {
        var check = ScreeningCheck.Run(Screen, ScreeningCheck.Cases(Table));

        foreach (var verdict in check.Verdicts.Where(verdict => !verdict.Agrees))
            output.WriteLine($"{verdict.Case.Text}: expected '{verdict.Case.Expected}', found '{string.Join(',', verdict.Fired)}'");
        Assert.Equal(check.Verdicts.Count, check.Agreeing);
    }

    [Fact]
    public void Table_HoldsEveryRuleInBothParts()
    {
        var (part, rule) = (Table.Column("part"), Table.Column("expected_rule"));
        foreach (var name in new[] { "development", "held_out" })
            Assert.Empty(Screen.Definition.Rules.Select(r => r.Id).Except(Table.Rows.Where(row => row[part] == name).Select(row => row[rule])));
        Assert.True(Table.Rows.Count(row => row[rule].Length == 0) >= 100, "Too few sentences in which nothing may fire.");
    }

    [SharedFact("domain/posting_screening_examples.csv")]
    public async Task Rules_AgreeWithTheExamples()
    {
        var table = await CsvTable.Read(SharedFolder.PathOf("domain/posting_screening_examples.csv"), CancellationToken.None);

        var check = ScreeningCheck.Run(Screen, ScreeningCheck.Cases(table));

        Assert.Equal(39, check.Agreeing);
        Assert.Equal(39, check.Verdicts.Count);
    }

    /// <summary>Every violation among the real postings was read and found to be one; a change of these counts means reading again.</summary>
    [SharedFact("data/public-service-postings.csv")]
    public async Task Violations_AmongRealPostings_AreThoseThatWereRead()
    {
        var table = await CsvTable.Read(SharedFolder.PathOf("data/public-service-postings.csv"), CancellationToken.None);
        var (title, text) = (table.Column("职位"), table.Column("职位描述"));

        var counts = table.Rows.SelectMany(row => Screen.Screen(new PostingText(row[title], row[text])))
            .Where(hit => hit.Rule.Severity == Severity.Violation)
            .GroupBy(hit => hit.Rule.Id).ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(6005, table.Rows.Count);
        Assert.Equal(new Dictionary<string, int> { ["D01"] = 57, ["D02"] = 8, ["D03"] = 1, ["D04"] = 6, ["D08"] = 2, ["D11"] = 1 }, counts);
    }

    /// <summary>300 postings drawn by a hash of their numbers and read whole: no violation that the reader did not see, and all of those that the reader saw.</summary>
    [SharedFact("data/public-service-postings.csv")]
    public async Task ReviewedPostings_HoldNoFalseViolation()
    {
        var postings = PostingTable.Read(await CsvTable.Read(SharedFolder.PathOf("data/public-service-postings.csv"), CancellationToken.None));
        var sample = await CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "Models", "Screening", "reviewed_postings.csv"), CancellationToken.None);

        var review = PostingReview.Of(Screen, postings, sample);

        Assert.Equal((300, 0, 0), (review.Postings, review.False, review.Unknown));
        Assert.Equal(new Accuracy(5, 5), review.Violations);
    }
}
