using System.Globalization;

namespace DemoCityAnalytics.Metrics.Models.Duplicates;

/// <summary>Reads postings from a table with the column names of the public employment services' export (职位自编号, 发布平台, 公司 …).</summary>
public static class PostingTable
{
    public static IReadOnlyList<PostingRecord> Read(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (id, platform, employer, title) = (table.Column("职位自编号"), table.Column("发布平台"), table.Column("公司"), table.Column("职位"));
        var (text, place, address) = (table.Column("职位描述"), table.Column("地区"), table.Column("地址"));
        var (from, to, day) = (table.Column("最低薪资"), table.Column("最高薪资"), table.Column("首次发布时间"));
        return [.. table.Rows.Select(row => new PostingRecord(
            row[id], row[platform], row[employer], row[title], row[text], row[place], row[address], Pay(row[from]), Pay(row[to]), Day(row[day])))];
    }

    static decimal? Pay(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var pay) ? pay : null;

    static DateOnly? Day(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
