using System.Globalization;
using System.Text;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>The page of one indicator, and the list of all, as Markdown made from the definitions and their worked cases; nothing on them is written by hand.</summary>
public static class IndicatorPage
{
    /// <summary>File name and text of every page, the list (README.md) first.</summary>
    /// <param name="example">Rows and figures of an indicator's worked case, in Markdown.</param>
    public static IEnumerable<(string File, string Text)> All(IndicatorCatalogue catalogue, Func<IndicatorDefinition, string> example)
    {
        var rows = CatalogueStatus.Rows(catalogue).ToDictionary(row => row.Code, StringComparer.Ordinal);
        yield return ("README.md", List(catalogue));
        foreach (var indicator in catalogue.Indicators) yield return ($"{indicator.Code}.md", Of(indicator, catalogue, example(indicator), rows.GetValueOrDefault(indicator.Code)));
    }

    static string List(IndicatorCatalogue catalogue)
    {
        var text = new StringBuilder("# 指标目录\n\n由定义文件生成。代码可点开查看定义、公式、条款依据和注意事项。\n\n| 代码 | 指标 | Name | 单位 | 条款 |\n|---|---|---|---|---|\n");
        foreach (var x in catalogue.Indicators)
            text.Append(CultureInfo.InvariantCulture, $"| [{x.Code}]({x.Code}.md) | {x.Header.Name.Zh} | {x.Header.Name.En} | {x.Header.Unit} | {Clauses(x.Header)} |\n");
        return text.ToString();
    }

    static string Of(IndicatorDefinition indicator, IndicatorCatalogue catalogue, string example, CatalogueRow? row)
    {
        var header = indicator.Header;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {indicator.Code} {header.Name.Zh}\n\n{header.Name.En}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**定义**　{header.Definition.Zh}。\n\n{header.Definition.En}.\n\n**公式**　{header.FormulaText}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| | |\n|---|---|\n| 条款 | {Clauses(header)} |\n| 依据 | {header.Basis} |\n| 性质 | {Status(header.Status)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| 单位、小数 | {header.Unit}，{header.Decimals}位，四舍五入一次 |\n| 方向 | {Direction(header.Better)} |\n| 统计期 | {string.Join("、", header.Frequencies.Select(Period))} |\n");
        if (Dimensions(header) is { Count: > 0 } dimensions) text.Append(CultureInfo.InvariantCulture, $"| 分组 | {string.Join("、", dimensions)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| 数据源 | {string.Join("、", indicator.Sources.Select(source => catalogue.SourceNames[source]).Distinct())} |\n| 版本 | {header.Version} |\n\n");
        if (header.Variants.Count > 0)
        {
            text.Append("## 其他视角\n\n| 代号 | 名称 | Name | 单位 |\n|---|---|---|---|\n");
            foreach (var variant in header.Variants)
                text.Append(CultureInfo.InvariantCulture, $"| `{variant.Id}` | {variant.Name.Zh} | {variant.Name.En} | {variant.Unit ?? header.Unit} |\n");
            text.Append('\n');
        }
        if (header.Caveats is { } caveats) text.Append(CultureInfo.InvariantCulture, $"## 注意事项\n\n{caveats.Zh}。\n\n{caveats.En}.\n\n");
        var parameters = catalogue.Parameters.Where(x => x.Header.UsedBy.Contains(indicator.Code)).ToList();
        if (parameters.Count > 0)
        {
            text.Append("## 参数\n\n| 参数 | 值 | 起 | 来源 |\n|---|---|---|---|\n");
            foreach (var parameter in parameters)
                foreach (var value in parameter.Header.Values)
                    text.Append(CultureInfo.InvariantCulture, $"| {parameter.Header.Name.Zh} | {(value.Value is { } number ? $"{number}{parameter.Header.Unit}" : "按地区")} | {value.EffectiveFrom} | {value.Source} |\n");
            text.Append('\n');
        }
        text.Append(CultureInfo.InvariantCulture, $"## 计算\n\n分子 `{header.Numerator}`");
        if (!string.IsNullOrEmpty(header.Denominator)) text.Append(CultureInfo.InvariantCulture, $"，分母 `{header.Denominator}`");
        if (header.Scale != 1) text.Append(CultureInfo.InvariantCulture, $"，× {header.Scale}");
        if (header.Divisor != 1) text.Append(CultureInfo.InvariantCulture, $"，÷ {header.Divisor}");
        text.Append(CultureInfo.InvariantCulture, $"。各部分先在地区和月份上汇总，最后相除、四舍五入一次。\n\n```sql\n{indicator.Sql}\n```\n");
        foreach (var mart in indicator.Marts.Select(catalogue.Mart))
            text.Append(CultureInfo.InvariantCulture, $"\n`mart.{mart.Header.Mart}`：\n\n```sql\n{mart.Sql}\n```\n");
        text.Append(CultureInfo.InvariantCulture, $"\n## 算例\n\n{example}");
        text.Append("\n## 独立核对\n\n").Append(header.Model is not null
            ? "每个数值的备注写明模型版本、训练期和回测误差；`dca backtest` 用预测时点以后的实际数值检验（docs/models/forecasts.md）。"
            : row is null ? "季度分析报告的分组表，不在68项目录之内；由上面的算例核对。"
            : "合成数据的生成器不引用本产品的任何代码，按本页的文字定义另行算出真值；`dca catalogue --status` 逐个数值比对，差异必须为零。");
        if (row is { IsOfficial: true }) text.Append("官方定义的指标，测试中还有另一种写法的查询核对。");
        text.Append('\n');
        if (header.Persons.Count > 0) text.Append("\n## 公开限制\n\n本指标统计人数（户数）。涉及人数不足`Disclosure:MinimumPersons`（默认10）的数值，以及可由此推出这类数值的数值，不向公众提供。\n");
        return text.ToString();
    }

    static string Clauses(IndicatorHeader header) => header.Model is null ? string.Join("、", header.Clauses) : "模型输出，不对应条款，不参与评分";

    static List<string> Dimensions(IndicatorHeader header) =>
        [.. header.Dimensions.Concat(header.Variants.SelectMany(x => x.Dimensions ?? [])).Distinct()
            .Select(x => header.Members.TryGetValue(x, out var members) && members.Count <= 12 ? $"{x}（{string.Join("、", members.Values.Select(member => member.Zh))}）" : x)];

    static string Status(DefinitionStatus status) => status switch
    {
        DefinitionStatus.Official => "官方口径",
        DefinitionStatus.OfficialLocal => "地方官方口径",
        DefinitionStatus.Academic => "学术通用",
        _ => "本产品自拟",
    };

    static string Direction(Direction direction) => direction switch
    {
        Definitions.Direction.Higher => "越高越好",
        Definitions.Direction.Lower => "越低越好",
        Definitions.Direction.Band => "以适度为好",
        _ => "不分优劣",
    };

    static string Period(Warehouse.Calendar.Frequency frequency) => frequency switch
    {
        Warehouse.Calendar.Frequency.Month => "月",
        Warehouse.Calendar.Frequency.Quarter => "季",
        Warehouse.Calendar.Frequency.HalfYear => "半年",
        Warehouse.Calendar.Frequency.Year => "年",
        Warehouse.Calendar.Frequency.Rolling12 => "近12个月",
        Warehouse.Calendar.Frequency.ReportMonth => "报告月（上月21日至本月20日）",
        _ => "年初至今",
    };
}
