using DemoCityAnalytics.Ingest.Mapping;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>A column of a file: its head, what it is for the source, and by how much its numbers are multiplied.</summary>
public sealed record ExplainedColumn(string Head, string Column, string Zh, string Type, long Factor);

/// <summary>How a file would be read, and what loading it would find; nothing is loaded.</summary>
public sealed record Explanation
{
    /// <summary>Empty when the file suits no source.</summary>
    public required string Source { get; init; }
    public required string Encoding { get; init; }

    /// <summary>How sure the encoding is, 0 to 1, and why.</summary>
    public required decimal EncodingConfidence { get; init; }
    public required string EncodingEvidence { get; init; }
    public required IReadOnlyList<ExplainedColumn> Columns { get; init; }

    /// <summary>The report that a load would give; its outcome is Failed when the file would be refused.</summary>
    public required LoadReport Expected { get; init; }

    /// <summary>Codes of the cities that rows or the file's name speak of, for those who may send the rows of one city alone.</summary>
    public required IReadOnlyCollection<int> Cities { get; init; }

    /// <summary>One explanation for each table, where the file is a container or a workbook of several.</summary>
    public IReadOnlyList<Explanation> Parts { get; init; } = [];

    /// <summary>The explanations of a file's tables as one: what is expected is added up, the cities are those of all.</summary>
    internal static Explanation Whole(IReadOnlyList<Explanation> parts) => parts is [{ Expected.Part: "" } only] ? only : parts[0] with
    {
        Source = parts.Select(part => part.Source).FirstOrDefault(source => source.Length > 0) ?? "",
        Cities = parts.SelectMany(part => part.Cities).ToHashSet(),
        Expected = LoadReport.Whole([.. parts.Select(part => part.Expected)]),
        Parts = parts,
    };

    internal static Explanation Of(IncomingFile file) => new()
    {
        Source = file.Head is null ? "" : file.Contract.Source,
        Encoding = file.Table?.Encoding?.Name ?? "",
        EncodingConfidence = file.Table?.Encoding?.Confidence ?? 1m,
        EncodingEvidence = file.Table?.Encoding?.Evidence ?? "",
        Columns = (file.Head?.Columns ?? []).Select(Column).ToList(),
        Cities = file.Rows is null ? [] : file.CoveredMonths().Select(months => months.City).Concat(file.Rows.Cities).Where(city => city != Typing.Place.Unplaced.CityCode).ToHashSet(),
        Expected = file.ReportAs(file.Issues.Count == 0 ? LoadOutcome.Loaded : LoadOutcome.Failed) with { LoadId = null },
    };

    static ExplainedColumn Column(MappedColumn mapped) =>
        new(mapped.Head, mapped.Column.Name, mapped.Column.Zh, mapped.Column.Definition.Type, mapped.Factor);
}
