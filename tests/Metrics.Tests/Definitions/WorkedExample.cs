using System.Text;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Tests.Engine;

namespace DemoCityAnalytics.Metrics.Tests.Definitions;

/// <summary>A case of an indicator as its page shows it: the given rows and the figures worked out from them by hand.</summary>
static class WorkedExample
{
    const int MostRows = 12;

    /// <summary>The case with the fewest given rows among those that begin with source rows, or among all.</summary>
    public static string Of(IndicatorDefinition indicator)
    {
        var cases = CaseFiles.Of(indicator.Header.Id).ToList();
        var folder = cases.Where(SourceCases.IsOne).DefaultIfEmpty().MinBy(Lines) ?? cases.MinBy(Lines)!;
        var text = new StringBuilder($"{Path.GetFileName(folder).Replace('_', ' ')}（测试每次都算一遍）\n");
        foreach (var file in Given(folder).Order(StringComparer.Ordinal))
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n{(file.Contains(".stg.", StringComparison.Ordinal) ? "数据源" : "汇总表")} `{Path.GetFileName(file).Split('.')[2]}`：\n\n").Append(Table(file));
        return text.Append("\n得到：\n\n").Append(Table(Path.Combine(folder, "expected.csv"))).ToString();
    }

    static int Lines(string? folder) => folder is null ? int.MaxValue : Given(folder).Sum(file => File.ReadLines(file).Count());

    static IEnumerable<string> Given(string folder) => Directory.EnumerateFiles(folder, "given.*.*.csv");

    static string Table(string file)
    {
        var rows = CaseFiles.Rows(file);
        if (rows.Count == 0) return "（没有行）\n";
        var columns = rows[0].Keys.Where(column => rows.Any(row => row[column] is not null)).ToList();
        var text = new StringBuilder($"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
        foreach (var row in rows.Take(MostRows)) text.Append($"| {string.Join(" | ", columns.Select(column => row[column]))} |\n");
        return rows.Count > MostRows ? text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n（另有{rows.Count - MostRows}行）\n").ToString() : text.ToString();
    }
}
