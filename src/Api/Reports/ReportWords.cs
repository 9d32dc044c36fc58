using System.Globalization;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>Cells and lines that several reports share.</summary>
static class ReportWords
{
    public static readonly ReportCell None = FigureText.None;

    /// <summary>The figure with its unit, as on the pages; a missing one says so.</summary>
    public static ReportCell Cell(decimal? value, string unit, int decimals, RequestLanguage language) =>
        value is null ? None : new ReportCell(FigureText.Of(value, unit, decimals, language).Exact, value, decimals);

    /// <summary>A number whose unit stands above the table.</summary>
    public static ReportCell Number(decimal? value, int decimals) => value is { } number ? new ReportCell(FigureText.Number(number, decimals), value, decimals) : None;

    public static ReportCell Whole(System.Numerics.BigInteger? value) => value is { } number ? new ReportCell(number.ToString("N0", CultureInfo.InvariantCulture), (decimal)number) : None;

    public static ReportCell Change(Observation? now, Observation? before, string unit, int decimals, RequestLanguage language) =>
        now?.Value is { } value && before?.Value is { } past ? FigureText.Difference(value - past, unit, decimals, language) : None;

    public static string? Mark(ReleaseManifest release, RequestLanguage language) =>
        release.Synthetic ? Texts.In(language)["synthetic.mark"] + language.Of("：", ": ") + Texts.In(language)["synthetic.explained"] : null;

    public static IReadOnlyList<(string, string)> Facts(ReleaseManifest release, string period, RequestLanguage language)
    {
        var texts = Texts.In(language);
        return [(texts["scorecard.period"], period), (texts["scorecard.release"], release.Name), (texts["scorecard.published"], FigureText.Of(release.PublishedAt, language))];
    }
}
