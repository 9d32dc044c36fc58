using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Evaluation.Programme;

/// <summary>A contact line of the form.</summary>
public sealed record ContactLine(string Name, string Position, string Telephone);

/// <summary>One target of the creation as it was typed; what is left empty makes it unquantified.</summary>
public sealed record ApplicationTarget
{
    /// <summary>What the city promises, in its own words.</summary>
    public required string Text { get; init; }

    /// <summary>Code of the indicator that it is measured by: E05.</summary>
    public string? Indicator { get; init; }

    public string Variant { get; init; } = "";
    public decimal? Baseline { get; init; }
    public decimal? Target { get; init; }
    public string Unit { get; init; } = "";
    public DateOnly? DueOn { get; init; }

    /// <summary>Higher or Lower.</summary>
    public Direction Better { get; init; }
}

/// <summary>The form of the notice's annex: 全国公共就业创业服务示范城市创建申报表.</summary>
public sealed record ApplicationForm
{
    public required string City { get; init; }
    public required string Province { get; init; }
    public required DateOnly FilledOn { get; init; }

    /// <summary>基本情况和创建目标任务, at most 1,500 characters.</summary>
    public required string Situation { get; init; }

    public required IReadOnlyList<ApplicationTarget> Targets { get; init; }

    /// <summary>分管局领导及联系方式.</summary>
    public ContactLine? Leader { get; init; }

    /// <summary>工作联系人姓名、职务及联系方式.</summary>
    public ContactLine? CityContact { get; init; }

    /// <summary>The province's contact; filled in when it confirms.</summary>
    public ContactLine? ProvinceContact { get; init; }

    public DateOnly? CityConfirmedOn { get; init; }
    public DateOnly? ProvinceConfirmedOn { get; init; }
}
