using System.Text;
using DemoCityAnalytics.Ingest.Typing;

namespace DemoCityAnalytics.Ingest.Tests.Typing;

public sealed class OccupationTextTests
{
    [Theory]
    [InlineData("数控车工", '6', 90)]
    [InlineData("养老护理员", '4', 90)]
    [InlineData("汽车销售工程师", '2', 90)]
    [InlineData("工程师助理", '3', 90)]
    [InlineData("餐饮服务员", '4', 90)]
    [InlineData("小学语文教师", '2', 90)]
    [InlineData("销售（底薪高）", '4', 70)]
    [InlineData("电工司机都要", '4', 50)]
    [InlineData("果园种植", '5', 90)]
    public void A_name_speaks_of_a_class(string name, char code, int confidence) => Assert.Equal((code, confidence), OccupationText.Find(name));

    [Theory]
    [InlineData("诚聘英才")]
    [InlineData("")]
    public void What_no_word_tells_is_not_guessed(string name) => Assert.Null(OccupationText.Find(name));

    [Fact]
    public async Task A_written_occupation_is_mapped_with_its_confidence_and_the_unmapped_are_kept_and_counted()
    {
        using var warehouse = new TemporaryWarehouse();
        var report = await warehouse.Load("job_postings", "a.csv", Encoding.UTF8.GetBytes(
            "招聘编号,岗位名称,工作地点行政区划,发布日期,岗位职业代码\nA1,甲,130100,2024-03-05,6-18-01\nA2,乙,130100,2024-03-05,数控车工\nA3,丙,130100,2024-03-05,诚聘英才\nA4,丁,130100,2024-03-05,电工司机都要\nA5,戊,130100,2024-03-05,\nA6,己,130100,2024-03-05,不限\n"));
        Assert.Equal((6L, 6L), (report.RowsRead, report.RowsAccepted));
        Assert.Equal(
            ["A1|6-18-01|100|6", "A2|6|90|6", "A3||0|9", "A4||50|9", "A5|||9", "A6|0|100|0"],
            warehouse.Rows("SELECT posting_id, occupation, occupation_confidence, occupation_major FROM stg.job_postings ORDER BY line"));
        Assert.Equal(["4|code_list|warning|诚聘英才", "5|code_list|warning|电工司机都要"], warehouse.Rows("SELECT line, rule, severity, found FROM ops.rejection ORDER BY line"));
    }
}
