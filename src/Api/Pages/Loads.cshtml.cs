using System.Globalization;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Models;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Models.Anomalies;
using DemoCityAnalytics.Metrics.Releases;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>The files behind the release, with what was accepted and what each rule refused.</summary>
public sealed class LoadsPage(ReleaseReader releases, LoadReports reports, AnomalyFlags anomalies) : PortalPage(releases)
{
    // A page that a person reads to its end; the API gives all files.
    const int Listed = 200;

    public const int FlagsListed = 50;

    public IReadOnlyList<RuleCount> Rules { get; private set; } = [];

    public IReadOnlyList<ReleaseInput> Files { get; private set; } = [];

    public AnomalyReport Anomalies { get; private set; } = null!;

    /// <summary>A series in words: openings 130100.</summary>
    public string NameOf(AnomalyFlag flag)
    {
        var (measure, area) = flag.Series.Split(' ', 2) is [var first, var second] ? (first, second) : (flag.Series, "");
        var name = int.TryParse(area, out var code) && Release.Areas.TryGetValue(code, out var known) ? known.Name : area;
        return $"{name} {T.Or("anomalies.series." + measure, measure)}";
    }

    /// <summary>A model's number; none where it cannot be said.</summary>
    public static string Number(double? value) => value is { } number ? number.ToString("0.#", CultureInfo.InvariantCulture) : FigureText.None;

    public void OnGet()
    {
        Title = T["loads.title"];
        Rules = reports.ByRule(Release);
        Anomalies = anomalies.Of(Release);
        Files = Release.Inputs.OrderByDescending(x => x.LoadId).Take(Listed).ToList();
    }
}
