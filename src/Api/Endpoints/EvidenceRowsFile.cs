using System.Globalization;
using System.Text;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>All source rows of a figure as a file: where each stands, what it adds to which part, and its cells, personal data masked.</summary>
static class EvidenceRowsFile
{
    const int RowsAtOnce = 10_000;

    public static void MapEvidenceRows(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/evidence/{id}.{form}", IResult (string id, string form, ReleaseReader releases, FigureEvidences evidences, AreaScope scope, ILoggerFactory log) =>
        {
            if (releases.Current is not { } release) return ReleaseReader.NoRelease;
            if (Figures.Find(id, release) is not { } found) return Finding.UnknownFigure(id, release);
            if (scope.Refusal(found.Area.Code, release) is { } refusal) return refusal;
            if (form == "json") return TypedResults.Redirect($"/api/v1/figures/{found.Id}/evidence");
            if (form != "csv") return ReportEndpoints.NotAForm(form, "csv", "json");
            Log.RowsRead(log.CreateLogger("DemoCityAnalytics.Api"), scope.Reader?.Name ?? "", found.Id.ToString());
            return new StreamedResult(
                $"{release.Key}|evidence.csv|{found.Id}", "text/csv; charset=utf-8", Compressible: true, Link: null, $"evidence-{found.Id.ToString().Replace(':', '-')}.csv",
                (stream, cancel) => Write(stream, evidences, release, found.Id, cancel));
        }).ExcludeFromDescription();

    static async Task Write(Stream stream, FigureEvidences evidences, ReleaseSnapshot release, FigureId id, CancellationToken cancel)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        for (var number = 1; await evidences.Rows(release, id, number, RowsAtOnce, cancel) is { } page; number++)
        {
            if (number == 1) await text.WriteLineAsync(Line(["source", "file_name", "line", "area_code", "member", .. page.Parts.Select(part => "adds_" + part), .. page.Columns]));
            foreach (var row in page.Rows) await text.WriteLineAsync(Line(Cells(page, row)));
            if ((long)number * RowsAtOnce >= page.TotalRows) return;
        }
    }

    static IEnumerable<string> Cells(EvidencePage page, EvidenceRow row)
    {
        var cells = row.Cells.ToDictionary(cell => cell.Column, cell => cell.Value);
        return [
            row.Source, row.FileName, row.Line.ToString(CultureInfo.InvariantCulture), row.AreaCode.ToString(CultureInfo.InvariantCulture), row.Member,
            .. page.Parts.Select(part => row.Adds.TryGetValue(part, out var added) ? added.ToString(CultureInfo.InvariantCulture) : "0"),
            .. page.Columns.Select(column => TableColumns.Harmless(cells.GetValueOrDefault(column) ?? ""))];
    }

    static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(TableColumns.Csv));
}
