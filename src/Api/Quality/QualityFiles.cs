using System.Globalization;
using System.Text;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Quality;

/// <summary>The rules and their pass rates as a file.</summary>
static class QualityFiles
{
    public static void MapQuality(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/quality.{form}", IResult (string form, HttpContext http, ReleaseReader releases, LoadRecords records, AreaScope scope) =>
        {
            if (releases.Current is not { } release) return ReleaseReader.NoRelease;
            if (form != "csv") return ReportEndpoints.NotAForm(form, "csv");
            var (view, problem) = QualityView.Of(http.Request, release, records, scope);
            return view is null ? problem! : new Answer([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(view, Texts.In(RequestLanguage.Of(http))))], "text/csv; charset=utf-8") { FileName = "quality.csv" }.Send();
        }).ExcludeFromDescription();

    static string Csv(QualityView view, Texts texts)
    {
        var text = new StringBuilder();
        void Line(params string[] cells) => text.AppendJoin(',', cells.Select(TableColumns.Csv)).Append("\r\n");
        Line([.. new[] { "source", "rule", "column", "severity", "rows", "read", "passed" }.Select(name => texts["column." + name])]);
        foreach (var rule in view.Rules)
            Line(rule.Source, rule.Rule, rule.Column, rule.Severity, Number(rule.Rows), Number(rule.Read), rule.PassedPercent?.ToString("0.00", CultureInfo.InvariantCulture) ?? "");
        return text.ToString();
    }

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
