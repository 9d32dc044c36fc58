namespace DemoCityAnalytics.Evaluation.Figures;

/// <summary>Units of the definitions, which are Chinese, in English and behind a number.</summary>
public static class UnitName
{
    public static string InEnglish(string unit) => unit switch
    {
        "人" => "persons",
        "倍" => "ratio",
        "分" => "points",
        "件" => "cases",
        "岗位" => "openings",
        "万元" => "10,000 yuan",
        "元/人" => "yuan per person",
        "人/万人" => "per 10,000",
        "条/千条" => "per 1,000",
        "工作日" => "working days",
        "天" => "days",
        "月" => "months",
        "笔" => "loans",
        "户" => "households",
        "家" or "项" => "number",
        "百分点" => "points",
        "是/否" => "yes or no",
        _ => unit,
    };

    /// <summary>What follows a number in a Chinese sentence: 人, %, 倍; nothing for a scale or a yes.</summary>
    public static string After(string unit) => unit is "0-1" or "是/否" ? "" : unit;

    /// <summary>What follows a number in an English sentence: " persons", "%"; nothing for a bare number.</summary>
    public static string AfterInEnglish(string unit) => unit switch
    {
        "%" => "%",
        "倍" or "ratio" or "0-1" or "是/否" or "家" or "项" or "" => "",
        _ => " " + InEnglish(unit),
    };
}
