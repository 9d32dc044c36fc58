using System.Text.Json.Serialization;

namespace DemoCityAnalytics.Client;

/// <summary>Words in both languages.</summary>
public sealed record Words(string Zh, string En);

/// <summary>The release that figures come from; cite its name.</summary>
public sealed record Release(string Name, int Number, DateTime PublishedAt, bool Synthetic);

/// <summary>A city.</summary>
public sealed record City(int Code, string Name, string Level, int? ParentCode, string? ParentName);

/// <summary>An indicator of the catalogue.</summary>
public sealed record Indicator(string Code, int Version, Words Name, string Unit, int Decimals);

/// <summary>One figure. Without a value the status says why: missing, suppressed, not_applicable.</summary>
public sealed record Figure(
    string FigureId, string Indicator, string Variant, int AreaCode, string Period, string Frequency, string Breakdown, string Member,
    decimal? Value, decimal? Low, decimal? High, string Unit, int Decimals, string Status, string? Note, DateTime KnownFrom, string? Release, string Evidence);

/// <summary>A bulk file with its hash.</summary>
public sealed record BulkFile(string Name, string MediaType, long Bytes, string Sha256, string Address);

/// <summary>A file that was sent, and how it went.</summary>
public sealed record Upload(
    string Id, string Source, string File, string State, long RowsRead, long RowsAccepted, long RowsRejected, IReadOnlyList<UploadIssue> Issues, string Self, string? RejectedRows)
{
    [JsonIgnore] public bool HasEnded => State is "loaded" or "failed";
}

/// <summary>One thing wrong with a file or a row, with the remedy in the caller's language.</summary>
public sealed record UploadIssue(int? Line, string Column, string Rule, string Message);

/// <summary>Why a request was refused (RFC 9457); <see cref="Type"/> opens a page that explains it.</summary>
public sealed record Problem(string Type, string Title, int Status, string Detail, string? TraceId);

/// <summary>The service refused a request.</summary>
public sealed class ProblemException(Problem problem) : Exception($"{problem.Status} {problem.Title}: {problem.Detail}")
{
    public Problem Problem { get; } = problem;
}

sealed record CityList(IReadOnlyList<City> Cities);

sealed record IndicatorList(IReadOnlyList<Indicator> Indicators);

sealed record FigureList(Release? Release, int Total, string? Next, IReadOnlyList<Figure> Observations);

sealed record BulkList(Release Release, IReadOnlyList<BulkFile> Files);
