namespace DemoCityAnalytics.Metrics.Models.Duplicates;

/// <summary>What of a posting tells whether it is the same job as another. What a source does not state is null.</summary>
public sealed record PostingRecord(
    string Id, string Platform, string Employer, string Title, string? Text, string? Place, string? Address, decimal? PayFrom, decimal? PayTo, DateOnly? Published);

/// <summary>Two postings that are taken for the same job, and why.</summary>
/// <param name="TextSimilarity">Jaccard similarity of the descriptions' shingles; null when one has too little text to compare.</param>
public sealed record DuplicatePair(string First, string Second, double TitleSimilarity, double? TextSimilarity, int? DaysApart, bool AcrossPlatforms)
{
    /// <summary>The reasons in words, for the person who decides.</summary>
    public IReadOnlyList<string> Reasons =>
    [
        "同一用人单位",
        TitleSimilarity >= 1 ? "岗位名称相同" : FormattableString.Invariant($"岗位名称相似 {TitleSimilarity:0.00}"),
        TextSimilarity is { } text ? FormattableString.Invariant($"职位描述相似 {text:0.00}") : "职位描述过短，未比较",
        "工作地点、薪资不矛盾",
        .. DaysApart is { } days ? new[] { $"发布相隔 {days} 天" } : [],
        .. AcrossPlatforms ? new[] { "来自不同平台" } : [],
    ];
}

/// <summary>Postings of one job; the first by publication stands for the group.</summary>
public sealed record DuplicateGroup(IReadOnlyList<string> Members, IReadOnlyList<DuplicatePair> Pairs);

/// <summary>The groups and the stamp of the model that found them; leads for a person, no figure changes by them.</summary>
public sealed record DuplicateReport(IReadOnlyList<DuplicateGroup> Groups, ModelStamp Stamp)
{
    /// <summary>Postings beyond the first of each group.</summary>
    public int Extra => Groups.Sum(group => group.Members.Count - 1);
}
