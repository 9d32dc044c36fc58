using DemoCityAnalytics.Metrics.Models.Screening;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Tests.Models.Screening;

public sealed class PostingLeadsTests
{
    static readonly DateOnly Today = new(2025, 3, 10);

    [Fact]
    public void Leads_AreOneForEachKindOfAPostingInForce_AndNotWrittenTwice()
    {
        using var warehouse = new DuckDBConnection("DataSource=:memory:");
        warehouse.Open();
        using var command = warehouse.CreateCommand();
        command.CommandText = """
            CREATE SCHEMA stg;
            CREATE TABLE stg.job_postings AS SELECT * FROM (VALUES
                ('P1', 130102, 130100, '收银员', '仅限女性，入职需交押金500元', 24302, 24303, NULL),
                ('P2', 130102, 130100, '收银员', '年龄18-45岁', 24302, 24303, NULL),
                ('P3', 130102, 130100, '收银员', '仅限女性', 24300, 24301, NULL),
                ('P4', 130102, 130100, '收银员', '仅限女性', 24302, 24303, 7),
                ('P5', 130102, 130100, '搬运工', '只招男工', 24302, 24303, NULL)
            ) AS posting(posting_id, district_code, city_code, title, description, published_month, ended_month, superseded_by);
            CREATE TABLE stg.posting_violation AS SELECT 'P5' AS posting_id, '1' AS violation_kind;
            """;
        command.ExecuteNonQuery();

        var leads = new PostingLeads(new PostingScreen(ScreeningRules.BuiltIn()), null).Find(warehouse, Today);

        // P2 holds a notice only, P3 has ended, P4 is an earlier version, P5 has its lead already.
        Assert.Equal([new PostingLead("P1", 130102, "1"), new PostingLead("P1", 130102, "9")], leads);
        Assert.Equal(3, PostingLeads.Write(leads, Today).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"P1\",1,1,2025-03-10,0,2025-03-25,130102", PostingLeads.Write(leads, Today), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRule_HasAKind_UnlessItIsANoticeOrAGap() => Assert.All(
        ScreeningRules.BuiltIn().Rules, rule => Assert.Equal(rule.Severity is Severity.Notice or Severity.Incomplete, PostingLeads.KindOf(rule) is null));
}
