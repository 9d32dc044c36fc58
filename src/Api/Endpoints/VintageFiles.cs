using System.Globalization;
using System.Text;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>What a revision triangle is asked for.</summary>
sealed record AskedVintages(Area City, ReleasedIndicator Indicator, Frequency Frequency, string Variant, RevisionTriangle Triangle);

/// <summary>The revision triangle as a file.</summary>
static class VintageFiles
{
    const double Column = 104, RowHeight = 22, TextSize = 12;

    public static void MapVintages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/vintages/{indicator}/{code:int}.{form}", IResult (string indicator, int code, string form, HttpContext http, ReleaseReader releases) =>
        {
            if (releases.Current is not { } release) return ReleaseReader.NoRelease;
            var (asked, problem) = Find(release, indicator, code, http.Request);
            if (asked is null) return problem!;
            return form switch
            {
                "csv" => new Answer([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(asked))], "text/csv; charset=utf-8") { FileName = string.Create(CultureInfo.InvariantCulture, $"vintages-{asked.Indicator.Code}-{code}.csv") }.Send(),
                "svg" => Drawn(asked, release, RequestLanguage.Of(http)).File("svg").Send(),
                _ => ReportEndpoints.NotAForm(form, "csv", "svg"),
            };
        }).ExcludeFromDescription();

    public static (AskedVintages? Asked, Problem? Problem) Find(ReleaseSnapshot release, string indicator, int code, HttpRequest request)
    {
        var name = code.ToString(CultureInfo.InvariantCulture);
        if (Finding.Area(name, release) is not { } area) return (null, Finding.UnknownArea(name, release));
        if (release.FindIndicator(indicator) is not { } found) return (null, Finding.UnknownIndicator(indicator, release));
        var query = new QueryReader(request, "frequency", "variant");
        var frequency = query.OneOf<Frequency>("frequency") ?? found.Header.Frequencies[0];
        var variant = query.OneOf("variant", [.. found.Header.Variants.Select(v => v.Id)]) ?? "";
        return query.Problem is { } problem ? (null, problem) : (new AskedVintages(area, found, frequency, variant, RevisionTriangle.Of(release, found.Code, code, frequency, variant)), null);
    }

    static string Csv(AskedVintages asked)
    {
        var text = new StringBuilder();
        void Line(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(TableColumns.Csv)).Append("\r\n");
        Line(["indicator", "area", "period", .. asked.Triangle.Moments.Select(x => x.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))]);
        var decimals = ObservationView.Shape(asked.Indicator.Header, asked.Variant).Decimals;
        foreach (var row in asked.Triangle.Rows)
            Line([asked.Indicator.Code, asked.City.Code.ToString(CultureInfo.InvariantCulture), row.Period.ToString(), .. row.Vintages.Select(x => x.Value?.ToString("F" + decimals, CultureInfo.InvariantCulture) ?? "")]);
        return text.ToString();
    }

    static DrawnChart Drawn(AskedVintages asked, ReleaseSnapshot release, RequestLanguage language)
    {
        var (triangle, texts, decimals) = (asked.Triangle, Texts.In(language), ObservationView.Shape(asked.Indicator.Header, asked.Variant).Decimals);
        var (source, mark) = DrawnChart.Words(release, language);
        string Shown(Vintage vintage) => vintage.Value is { } value ? FigureText.Number(value, decimals) : FigureText.None;
        var heads = triangle.Moments.Select(x => FigureText.Of(x, language)).ToList();
        return new DrawnChart
        {
            Title = texts["vintages.title", asked.City.Name, language.Of(asked.Indicator.Header.Name)],
            Description = texts["vintages.headline", triangle.Moments.Count, triangle.Rows.Count, triangle.Revisions],
            Cells = [.. triangle.Rows.SelectMany(row => row.Vintages.Select((x, i) => new ChartCell(FigureText.Of(row.Period, language), heads[i], x.Value, Shown(x))))],
            Width = Math.Max(480, 150 + triangle.Moments.Count * Column),
            BodyHeight = (triangle.Rows.Count + 1) * RowHeight + 8,
            Source = source,
            Mark = mark,
            Body = (drawing, _, top) =>
            {
                for (var i = 0; i < heads.Count; i++) drawing.Text(140 + (i + 1) * Column, top + 14, heads[i][..Math.Min(11, heads[i].Length)], TextSize - 1, Paint.Quiet, TextSide.End);
                for (var r = 0; r < triangle.Rows.Count; r++)
                {
                    var y = top + (r + 1) * RowHeight;
                    drawing.Text(16, y + 15, FigureText.Of(triangle.Rows[r].Period, language), TextSize, Paint.Ink, TextSide.Start);
                    for (var i = 0; i < heads.Count; i++)
                    {
                        var vintage = triangle.Rows[r].Vintages[i];
                        if (vintage.Revised) drawing.Rectangle(140 + i * Column + 24, y + 1, Column - 20, RowHeight - 2, Paint.Shade(0));
                        drawing.Text(140 + (i + 1) * Column, y + 15, Shown(vintage), TextSize, vintage.Revised ? Paint.OnShade(0) : Paint.Ink, TextSide.End);
                    }
                }
            },
        };
    }
}
