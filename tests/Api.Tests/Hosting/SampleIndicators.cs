using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Tests.Hosting;

/// <summary>Definitions of the sample release: short ones, of every shape that pages and answers must show.</summary>
static class SampleIndicators
{
    static readonly Frequency[] Monthly = [Frequency.Month, Frequency.Quarter, Frequency.Year];

    public static readonly IReadOnlyList<IndicatorHeader> All =
    [
        Header("C07_positive_rating_share", "好评率", "Positive rating share", "%", 2, Direction.Higher, Formula.Share, "S5.1", Monthly, ["channel"],
            [("very_satisfied", "非常满意占比", "very satisfied")]),
        Header("D04_key_field_completeness", "关键字段完整率", "Key field completeness", "%", 2, Direction.Higher, Formula.Ratio, "S4.1", Monthly, ["source"]),
        Header("D05_identifier_validity", "标识校验合格率", "Identifier validity", "%", 2, Direction.Higher, Formula.Ratio, "S4.1", [.. Monthly, Frequency.Rolling12]),
        Header("E01_urban_new_employment", "城镇新增就业人数", "Urban new employment", "人", 0, Direction.Higher, Formula.Count, "S5.3",
            [Frequency.Month, Frequency.Quarter, Frequency.Year, Frequency.YearToDate], ["sex"], [("gross", "累计新就业", "gross")]),
        Header("E02_new_employment_target_completion", "城镇新增就业任务完成率", "Completion of the urban new employment target", "%", 2, Direction.Higher, Formula.Ratio, "S5.3", [Frequency.YearToDate]),
        Header("E05_registered_urban_unemployment_rate", "城镇登记失业率", "Registered urban unemployment rate", "%", 2, Direction.Lower, Formula.Ratio, "S5.3", Monthly)
            with { SeriesBasis = Both("2021年起口径", "Basis from 2021"), Caveats = Both("与调查失业率是两个指标。", "Not the surveyed rate.") },
        Header("E07_openings_to_seekers_ratio", "求人倍率", "Openings to job seekers ratio", "倍", 2, Direction.Band, Formula.Ratio, "S5.4", Monthly),
        Header("E08_grouped_openings_to_seekers_ratio", "分组求人倍率（按职业大类）", "Openings to job seekers ratio by occupation", "倍", 2, Direction.Band, Formula.GroupedRatio, "S5.4", [Frequency.Quarter, Frequency.Year], ["occupation"]),
        Header("E12_supply_demand_match_rate", "供需匹配率（需求侧）", "Supply-demand match rate, demand view", "%", 2, Direction.Higher, Formula.Overlap, "S5.4", [Frequency.Quarter, Frequency.Year], [], [("seekers", "求职侧", "seekers' view")]),
        Header("E21_overall_satisfaction", "服务对象综合满意度", "Overall satisfaction", "分", 1, Direction.Higher, Formula.WeightedMean, "S5.1", [Frequency.Year], ["respondent"]),
    ];

    static IndicatorHeader Header(
        string id, string zh, string en, string unit, int decimals, Direction better, Formula formula, string clause, Frequency[] frequencies,
        string[]? dimensions = null, (string Id, string Zh, string En)[]? variants = null) => new()
        {
            Id = id,
            Version = 1,
            Name = Both(zh, en),
            Definition = Both($"{zh}的定义", $"Definition of {en}"),
            FormulaText = $"{zh} = 分子 ÷ 分母",
            Clauses = [clause],
            Basis = "人社部函〔2022〕133号",
            Status = DefinitionStatus.Official,
            Unit = unit,
            Decimals = decimals,
            Better = better,
            Formula = formula,
            Scale = unit == "%" ? 100 : 1,
            Frequencies = frequencies,
            Parts = new Dictionary<string, OverTime> { ["above"] = OverTime.Flow, ["below"] = OverTime.Flow },
            Numerator = "above",
            Denominator = formula == Formula.Count ? null : "below",
            Dimensions = dimensions ?? [],
            Variants = (variants ?? []).Select(v => new IndicatorVariant { Id = v.Id, Name = Both(v.Zh, v.En) }).ToList(),
        };

    static BilingualText Both(string zh, string en) => new() { Zh = zh, En = en };
}
