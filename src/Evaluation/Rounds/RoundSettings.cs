using DemoCityAnalytics.Evaluation.Programme;

namespace DemoCityAnalytics.Evaluation.Rounds;

/// <summary>What is settled when a round opens.</summary>
public sealed record RoundSettings
{
    /// <summary>Last day of application (申报截止日).</summary>
    public required DateOnly Deadline { get; init; }

    /// <value>Default: half of all prefecture-level divisions; the notice's "地级市" leaves the base open.</value>
    public QuotaBase QuotaBase { get; init; } = QuotaBase.AllPrefectureDivisions;

    /// <summary>Months between the start of creation and the review.</summary>
    /// <value>Default: 12, 创建1年后.</value>
    public int CreationMonths { get; init; } = 12;

    /// <summary>Shortest publicity, in days.</summary>
    /// <value>Default: 7.</value>
    public int PublicityDays { get; init; } = 7;

    /// <summary>Id of the batch before (分批认定): cities designated there keep their places of the nation's and do not apply again.</summary>
    /// <value>Default: none, the first batch.</value>
    public string? Follows { get; init; }

    /// <summary>Cities that may be designated nationwide, in all batches together.</summary>
    /// <value>Default: 100, 全国100个左右.</value>
    public int NationalPlaces { get; init; } = 100;

    /// <summary>Cities that each province may recommend (名额分配表), by province code.</summary>
    public IReadOnlyDictionary<string, int> Places { get; init; } = new Dictionary<string, int>();

    /// <summary>A decline of more than this from the value at designation counts.</summary>
    /// <value>Default: 5 per cent.</value>
    public decimal DeclineLimitPercent { get; init; } = 5;

    /// <summary>Periods in a row that a decline must last.</summary>
    /// <value>Default: 2.</value>
    public int DeclinePeriods { get; init; } = 2;
}
