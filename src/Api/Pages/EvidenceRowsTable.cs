using System.Globalization;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>A page of source rows, as a part of a page.</summary>
/// <param name="Choose">Whether rows can be ticked.</param>
public sealed record EvidenceRowsTable(EvidencePage Rows, ReleaseSnapshot Release, RequestLanguage Language, bool Choose = false)
{
    public string Area(EvidenceRow row) => Release.Areas.GetValueOrDefault(row.AreaCode)?.Name ?? "";

    /// <summary>Where a row stands in the loaded files, as call sheets name it.</summary>
    public static string Record(EvidenceRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Source}/{row.FileName}:{row.Line}");
}
