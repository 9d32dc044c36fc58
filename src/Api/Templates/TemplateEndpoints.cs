using System.Globalization;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Reports;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Templates;

/// <summary>A caller's own workbook, such as an official score table, filled with the figures of a scorecard.</summary>
static class TemplateEndpoints
{
    const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapTemplates(this IEndpointRouteBuilder routes) => routes.MapPost("/cities/{code}/scorecard/template", Fill)
        .WithTags("cities").WithSummary("Fill a workbook of one's own")
        .WithDescription("multipart/form-data with the field file: a workbook (.xlsx) whose cells hold marks such as {{E05}}. {{city}}, {{period}}, {{release}}, {{checksum}} and {{mark}}; and for each indicator of the scorecard {{E05}}, {{E05.target}}, {{E05.before}}, {{E05.peers}}, {{E05.rank}}, {{E05.completion}}, {{E05.verdict}}, {{E05.name}}, {{E05.unit}}; a variant is written E12:seekers. A cell that is one mark becomes a number. Marks that nothing is known for stay and are named in the header Unknown-Marks.")
        .GivesForms(Workbook)
        .TakesQuery("period", "Month that is judged; the latest with figures when left out.", "2024-06")
        .Accepts<IFormFile>("multipart/form-data")
        .DisableAntiforgery() // the login cookie is sent by no other site's form (SameSite), and programs send a key
        .GivesProblems(400, 403, 404, 413, 415, 503);

    static async Task<IResult> Fill(string code, HttpRequest request, ReleaseReader releases, Scorecards cards, AreaScope scope, CancellationToken cancel)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (Finding.City(code, release) is not { } city) return Finding.UnknownArea(code, release);
        if (scope.Refusal(city.Code, release) is { } refusal) return refusal;
        var query = new QueryReader(request, "period");
        var period = query.Period("period");
        if (query.Problem is { } problem) return problem;
        if (!request.HasFormContentType) return new Problem("unsupported-media-type", "请以 multipart/form-data 提交 file。", "Send file as multipart/form-data.");
        if ((await request.ReadFormAsync(cancel)).Files["file"] is not { } file) return NoWorkbook();
        if ((period?.Last ?? release.LatestMonth(city.Code)) is not { } month) return Finding.UnknownArea(code, release);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        try
        {
            var (filled, unknown) = WorkbookTemplate.Fill(bytes.ToArray(), Fillings(cards.Get(release, city, month), RequestLanguage.Of(request.HttpContext)));
            request.HttpContext.Response.Headers["Unknown-Marks"] = string.Join(", ", unknown.Select(Uri.EscapeDataString));
            return TypedResults.Bytes(filled, Workbook, string.Create(CultureInfo.InvariantCulture, $"scorecard-{city.Code}-{month}.xlsx"));
        }
        catch (Exception e) when (e is FileFormatException or InvalidDataException or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException)
        {
            return NoWorkbook();
        }
    }

    static Problem NoWorkbook() => new("invalid-request", "字段 file 应为一个 .xlsx 工作簿；.xls 请先另存为 .xlsx。", "The field file must be an .xlsx workbook; save an .xls as .xlsx first.");

    static Dictionary<string, WorkbookTemplate.Filling> Fillings(Scorecard card, RequestLanguage language)
    {
        var texts = Texts.In(language);
        var fillings = new Dictionary<string, WorkbookTemplate.Filling>(StringComparer.Ordinal)
        {
            ["city"] = new(card.City.Name),
            ["period"] = new(FigureText.Of(card.Period, language)),
            ["release"] = new(card.Release.Name),
            ["checksum"] = new(card.Checksum),
            ["mark"] = new(ReportWords.Mark(card.Release, language) ?? ""),
        };
        foreach (var row in card.Standards.SelectMany(standard => standard.Rows))
        {
            var (unit, decimals) = ObservationView.Shape(row.Indicator.Header, row.Item.Variant);
            var name = row.Item.Variant.Length == 0 ? row.Indicator.Code : $"{row.Indicator.Code}:{row.Item.Variant}";
            WorkbookTemplate.Filling Number(decimal? value, int places) => value is { } number ? new(FigureText.Number(number, places), number) : new(FigureText.None);
            fillings[name] = Number(row.Actual?.Value, decimals);
            fillings[name + ".target"] = Number(row.Target, decimals);
            fillings[name + ".before"] = Number(row.Before, decimals);
            fillings[name + ".peers"] = Number(row.Peers.Median, decimals);
            fillings[name + ".rank"] = Number(row.Peers.Rank, 0);
            fillings[name + ".completion"] = Number(row.CompletionPercent, 1);
            fillings[name + ".verdict"] = new(VerdictText.Word(row, texts));
            fillings[name + ".name"] = new(row.Indicator.Header.Name(row.Item.Variant, language));
            fillings[name + ".unit"] = new(unit);
        }
        return fillings;
    }
}
