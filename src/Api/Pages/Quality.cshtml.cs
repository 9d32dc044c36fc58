using System.Globalization;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Models;
using DemoCityAnalytics.Api.Quality;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Uploads;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Metrics.Models.Anomalies;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>The quality of what was loaded: figures, rules and how many rows pass them, the trend, rows as examples, odd figures.</summary>
public sealed class QualityPage(ReleaseReader releases, LoadRecords records, AreaScope scope, AnomalyFlags anomalies) : PortalPage(releases)
{
    const int SamplesShown = 20;

    public const int BatchesShown = 20, FlagsShown = 20, RulesShown = 40;

    public QualityView View { get; private set; } = null!;

    public bool KnowsCities => records.KnowsCities(Release);

    public IReadOnlyList<QualityFigure> Figures { get; private set; } = [];

    public IReadOnlyList<(int LoadId, RejectedRow Row)> Samples { get; private set; } = [];

    public AnomalyReport Anomalies { get; private set; } = null!;

    /// <summary>Key fields filled, month by month, of the chosen city.</summary>
    public ChartModel? Trend { get; private set; }

    public IActionResult OnGet()
    {
        var (view, problem) = QualityView.Of(Request, Release, records, scope);
        if (view is null) return problem!;
        View = view;
        Title = view.City is { } city ? T["quality.title_of", city.Name] : T["quality.title"];
        Above = view.City is null ? [(T["nav.overview"], "/")] : [(T["nav.overview"], "/"), (view.City.Name, string.Create(CultureInfo.InvariantCulture, $"/cities/{view.City.Code}"))];
        Figures = view.CityFigures;
        Samples = LoadRecords.Samples(Release, view.Batches.Select(x => x.Input.LoadId), Language, SamplesShown);
        var found = anomalies.Of(Release);
        Anomalies = found with { Flags = [.. found.Flags.Where(Concerns)] };
        if (view.City is { } of && Release.FindIndicator("D04") is { } complete)
            Trend = ChartModel.Of(Release, new ChartRequest(complete, [of], Frequency.Month, "", null, null, 0, 0), Language) is { Periods.Count: > 0 } chart ? chart : null;
        return Page();
    }

    /// <summary>The page of one load, in the same city.</summary>
    public string Address(int? batch, string form = "") => QueryOf("/quality" + form, batch);

    /// <summary>A column's name in its contract.</summary>
    public string ColumnName(string source, string column) => column.Length == 0 ? FigureText.None
        : !Language.IsEnglish && Contract(source)?.Columns.FirstOrDefault(x => x.Name == column) is { } known ? known.Zh : column;

    public string FileName(int load) => View.Batches.First(x => x.Input.LoadId == load).Input.FileName;

    public string SourceOf(int load) => View.Batches.First(x => x.Input.LoadId == load).Input.Source;

    /// <summary>A series in words: openings 130100.</summary>
    public string NameOf(AnomalyFlag flag)
    {
        var (measure, area) = flag.Series.Split(' ', 2) is [var first, var second] ? (first, second) : (flag.Series, "");
        var name = int.TryParse(area, out var code) && Release.Areas.TryGetValue(code, out var known) ? known.Name : area;
        return $"{name} {T.Or("anomalies.series." + measure, measure)}";
    }

    /// <summary>A model's number; none where it cannot be said.</summary>
    public static string Number(double? value) => value is { } number ? number.ToString("#,0.#", CultureInfo.InvariantCulture) : FigureText.None;

    bool Concerns(AnomalyFlag flag) => flag.Series.Split(' ') is [.., var place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && (View.City is { } city ? city.Code == code : View.Cities.Any(x => x.Code == code));

    string QueryOf(string path, int? batch) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["city"] = View.City?.Code.ToString(CultureInfo.InvariantCulture),
        ["batch"] = batch?.ToString(CultureInfo.InvariantCulture),
    }.Where(x => x.Value is not null));

    static Contract? Contract(string source) => UploadReceiver.Sources.FirstOrDefault(x => x.Source == source);
}
