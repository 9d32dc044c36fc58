using System.Globalization;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Ingest.Quality;

/// <summary>A finding in words: what was expected, the message, and what to do, in Chinese and in English.</summary>
public sealed record Wording(string Expected, string MessageZh, string MessageEn, string RemedyZh, string RemedyEn)
{
    /// <param name="finding">What was found.</param>
    /// <param name="file">The file's name, for the place.</param>
    /// <param name="lastDay">The day of the load, which dates must not be after.</param>
    public static Wording Of(Finding finding, string file, DateOnly lastDay)
    {
        var (expectedZh, expectedEn) = Expectation(finding, lastDay);
        var (nameZh, nameEn) = finding.Column is { } column ? ($"“{column.Zh}”", column.Name) : ("该行", "the line");
        var (foundZh, foundEn) = Found(finding);
        var (endZh, endEn) = finding.Rejects ? ("该行未入库", "Row rejected") : ("该行已入库，仅作提示", "Row kept, warning only");
        var (remedyZh, remedyEn) = Remedy(finding);
        return new Wording(
            expectedEn,
            string.Create(CultureInfo.InvariantCulture, $"{file} 第{finding.Line}行：{nameZh}{foundZh}，应为{expectedZh}。{endZh}。"),
            string.Create(CultureInfo.InvariantCulture, $"{file} line {finding.Line}: {nameEn} {foundEn}, expected {expectedEn}. {endEn}."),
            remedyZh, remedyEn);
    }

    static (string Zh, string En) Found(Finding finding) => finding switch
    {
        { Rule: Rule.Columns, Found: { } cells } => ($"有{cells}个单元格", $"has {cells} cells"),
        { Rule: Rule.Columns } => ("无法切分", "cannot be cut into cells"),
        { Found: null or "" } => ("为空", "is empty"),
        _ => ($"为“{finding.Found}”", $"is '{finding.Found}'"),
    };

    static (string Zh, string En) Expectation(Finding finding, DateOnly lastDay) => finding.Rule switch
    {
        Rule.Required => ("必填内容", "a value"),
        Rule.CodeList => List(finding.Column!),
        Rule.Range => Range(finding.Column!.Definition),
        Rule.Order => ($"不早于（不小于）“{finding.Order!.Earlier.Zh}”", $"not before (not below) {finding.Order.Earlier.Name}"),
        Rule.Future => ($"不晚于装载日{lastDay:yyyy-MM-dd}的日期", $"a day not after the load, {lastDay:yyyy-MM-dd}"),
        Rule.AreaUnknown => ("行政区划表中的六位代码或地名", "a six-digit code of the area table, or the name of a place in it"),
        Rule.Columns => Cells(finding),
        Rule.OrganisationCode => ("第9至17位符合 GB 11714 校验的统一社会信用代码", "a credit code whose characters 9 to 17 pass the check of GB 11714"),
        Rule.Identifier => finding.Column!.Type == ColumnType.Person
            ? ("符合 GB 11643 校验的公民身份号码", "a citizen number that passes the check of GB 11643")
            : ("符合 GB 32100 校验的统一社会信用代码", "a credit code that passes the check of GB 32100"),
        _ => Type(finding.Column!),
    };

    static (string Zh, string En) Type(ContractColumn column) => column.Type switch
    {
        ColumnType.Integer => ($"整数{Unit(column, "（", "）")}", $"a whole number{UnitEn(column, " of ")}"),
        ColumnType.Decimal => ($"最多两位小数的数{Unit(column, "（", "）")}", $"a number with at most two decimals{UnitEn(column, " in ")}"),
        ColumnType.Date => ("日期，如2024-03-05", "a day as in 2024-03-05"),
        ColumnType.DateTime => ("日期时间，如2024-03-05 14:30:00", "a moment as in 2024-03-05 14:30:00"),
        ColumnType.Month => ("月份，如2024-03", "a month as in 2024-03"),
        ColumnType.YesNo => column.Zh.Contains("有无", StringComparison.Ordinal) ? ("“有”或“无”（1或0）", "有 or 无 (1 or 0)") : ("“是”或“否”（1或0）", "是 or 否 (1 or 0)"),
        ColumnType.Salary => ("薪资，如8k-12k、0.8万/月、面议", "pay as in 8k-12k, 0.8万/月 or 面议"),
        ColumnType.Person => ("18位公民身份号码", "a citizen number of 18 characters"),
        ColumnType.CreditCode => ("18位统一社会信用代码", "a credit code of 18 characters"),
        _ => ("单一文本值", "one text value"),
    };

    static string Unit(ContractColumn column, string before, string after) => column.Definition.Unit is { } unit ? before + unit + after : "";

    static string UnitEn(ContractColumn column, string before) => column.Definition.Unit switch
    {
        null => "",
        "人" => before + "persons",
        "元" => before + "yuan",
        "%" => before + "percent",
        var unit => before + unit,
    };

    static (string Zh, string En) List(ContractColumn column)
    {
        var shown = column.List!.Codes.Take(12).Select(code => $"{code.Value} {code.Zh}").ToList();
        var more = column.List.Codes.Count > shown.Count ? " …" : "";
        return ($"代码表中的代码或名称（{string.Join("、", shown)}{more}）", $"a code or label of the list {column.List.Name} ({string.Join(", ", shown)}{more})");
    }

    static (string Zh, string En) Range(ColumnDefinition definition)
    {
        if (definition.Pattern is { } pattern) return ($"符合格式 {pattern} 的文本", $"a text of the form {pattern}");
        if (definition.MaxLength is { } longest) return ($"不超过{longest}个字符的文本", string.Create(CultureInfo.InvariantCulture, $"a text of at most {longest} characters"));
        var (low, high) = (definition.Min?.ToString(CultureInfo.InvariantCulture), definition.Max?.ToString(CultureInfo.InvariantCulture));
        return (low, high) switch
        {
            (not null, not null) => ($"{low}至{high}之间的数", $"a number from {low} to {high}"),
            (not null, null) => ($"不小于{low}的数", $"a number of at least {low}"),
            _ => ($"不大于{high}的数", $"a number of at most {high}"),
        };
    }

    static (string Zh, string En) Cells(Finding finding) => finding.Fault switch
    {
        RecordFault.QuoteNotClosed => ("引号成对的记录", "a record whose quotes are closed"),
        RecordFault.TextAfterQuote => ("引号后紧接分隔符或换行", "a separator or a line break after a closing quote"),
        RecordFault.QuoteInText => ("引号包住整个单元格，单元格内的引号写两次", "quotes around the whole cell, and those inside it doubled"),
        RecordFault.NotJsonObject => ("每行一个 JSON 对象", "one JSON object on the line"),
        RecordFault.RepeatedName => ("名称不重复的 JSON 对象", "a JSON object whose names are not repeated"),
        _ => (string.Create(CultureInfo.InvariantCulture, $"{finding.ExpectedCells}个单元格"), string.Create(CultureInfo.InvariantCulture, $"{finding.ExpectedCells} cells")),
    };

    static (string Zh, string En) Remedy(Finding finding) => finding.Rule switch
    {
        Rule.Required => ("请在业务系统补录后重新报送该行。", "Fill the value in at the source and send the row again."),
        Rule.CodeList => ("请改用代码表中的代码，或由管理员为该写法增加别名。", "Use a code of the list, or have the spelling added as an alias."),
        Rule.AreaUnknown => ("请核对区划代码；新设区划请先装载行政区划表。", "Check the area code; load the area table first when the division is new."),
        Rule.Columns => ("请检查该行的分隔符与引号，修正后重新报送。", "Check the separators and quotes of the line, and send it again."),
        Rule.Order => ("请核对两列的先后（大小）关系后重新报送该行。", "Check the order of the two columns and send the row again."),
        Rule.Identifier or Rule.OrganisationCode => ("请在业务系统核对证件号码或信用代码。", "Check the number at the source."),
        _ => ("请在业务系统更正后重新报送该行。", "Correct the value at the source and send the row again."),
    };
}
