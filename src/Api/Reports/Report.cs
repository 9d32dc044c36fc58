using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Language;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>One cell: its text as printed, and the number behind it, where it is one.</summary>
public sealed record ReportCell(string Text, decimal? Value = null, int Decimals = 0)
{
    public static implicit operator ReportCell(string text) => new(text);
}

/// <summary>A table. The unit stands at the right above it, notes below it.</summary>
/// <param name="Shares">Widths of the columns in hundredths.</param>
/// <param name="Numbers">Columns that hold numbers, which stand at the right.</param>
public sealed record ReportTable(
    string Caption, string Unit, IReadOnlyList<string> Head, IReadOnlyList<int> Shares, IReadOnlyList<bool> Numbers, IReadOnlyList<IReadOnlyList<ReportCell>> Rows, IReadOnlyList<string> Notes);

/// <summary>A section with its paragraphs, tables and charts, in this order.</summary>
public sealed record ReportSection(string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<ReportTable> Tables)
{
    internal IReadOnlyList<Func<double, DrawnChart>> Charts { get; init; } = [];
}

/// <summary>
/// A report before it is written in some form. Page, PDF, word-processor file, workbook and JSON are written from this one model, so that
/// they hold the same figures.
/// </summary>
/// <param name="Name">Start of the file's name.</param>
/// <param name="Mark">合成数据 with its meaning, or null for real data.</param>
/// <param name="Facts">What the report was made from.</param>
public sealed record Report(
    string Title, string Name, RequestLanguage Language, string? Mark, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<string> Opening, IReadOnlyList<ReportSection> Sections, IReadOnlyList<string> Notes);
