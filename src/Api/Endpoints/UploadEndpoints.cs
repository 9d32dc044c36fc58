using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Uploads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>An upload as it is answered: state, rows by rule, and the first issues.</summary>
/// <param name="Rejections">How often each rule refused or remarked on something.</param>
/// <param name="Issues">The first issues, in the caller's language; all refused rows are at the address below.</param>
/// <param name="RejectedRows">Address of the refused rows; null while there are none.</param>
public sealed record UploadView(
    string Id, string Source, string File, long Bytes, string Sha256, DateTime ReceivedAt, UploadState State, long RowsRead, long RowsAccepted, long RowsRejected, long NewRows,
    IReadOnlyList<UploadRule> Rejections, int IssueCount, IReadOnlyList<UploadIssue> Issues, string Self, string Events, string? RejectedRows);

/// <summary>Rows that one rule found something in.</summary>
public sealed record UploadRule(string Rule, string Column, string Severity, long Rows);

/// <summary>One thing wrong with a file or with one of its rows.</summary>
public sealed record UploadIssue(int? Line, string Column, string Rule, string Message);

/// <summary>Uploads of the caller, the newest first.</summary>
public sealed record UploadList(int Total, IReadOnlyList<UploadView> Uploads);

/// <summary>Refused rows of an upload.</summary>
public sealed record RejectedRowList(int Offset, int Count, IReadOnlyList<RejectedRow> Rows);

/// <summary>Files sent to be loaded, with their progress and the rows that were refused.</summary>
static class UploadEndpoints
{
    const int IssuesShown = 100;

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/uploads", List)
            .Describe("uploads", "List one's uploads", "Files that the caller has sent, the newest first; an operator sees all.", Examples.Uploads)
            .GivesProblems(403);
        routes.MapPost("/uploads", Post)
            .Describe("uploads", "Send a file", "multipart/form-data with the fields source and file. With Idempotency-Key a repeated request is answered with the first one's upload. A city account may send the rows of its own city only.", Examples.Upload)
            .Produces<UploadView>(StatusCodes.Status202Accepted, "application/json")
            .Accepts<IFormFile>("multipart/form-data")
            .DisableAntiforgery() // the login cookie is sent by no other site's form (SameSite), and programs send a key
            .GivesProblems(400, 403, 409, 413, 503);
        routes.MapGet("/uploads/{id}", Get)
            .Describe("uploads", "Get an upload", "Its state, the rows read, accepted and refused by rule, and the first issues.", Examples.Upload)
            .GivesProblems(403, 404);
        routes.MapGet("/uploads/{id}/events", Events)
            .WithTags("uploads").WithSummary("Watch an upload")
            .WithDescription("Server-sent events: one step at a time until the upload has ended. A reader that comes back with Last-Event-ID gets the steps it has not seen.")
            .GivesForms("text/event-stream")
            .GivesProblems(403, 404);
        routes.MapGet("/uploads/{id}/rejections", Rejections)
            .Describe("uploads", "Get the refused rows", "Line, column, what was found (personal data masked), what was expected and how to mend it, as JSON or CSV.", Examples.RejectedRows)
            .GivesForms("text/csv")
            .TakesQuery("offset", "Rows to leave out at the start.", "0")
            .TakesQuery("limit", "Rows in one answer.", "100")
            .TakesQuery("format", "json or csv.", "json")
            .GivesProblems(400, 403, 404);
    }

    /// <summary>The upload, when there is one that the caller may see.</summary>
    internal static Upload? Find(string id, UploadStore store, AreaScope scope) =>
        store.Find(id) is { } upload && (scope.Reader?.Role == Role.Operator || upload.Uploader == scope.Reader?.Name) ? upload : null;

    static IResult List(HttpRequest request, UploadStore store, AreaScope scope)
    {
        var mine = Mine(store, scope).Select(upload => View(upload, RequestLanguage.Of(request.HttpContext))).ToList();
        return Answer.Json(new UploadList(mine.Count, mine)).Send();
    }

    internal static IEnumerable<Upload> Mine(UploadStore store, AreaScope scope) =>
        store.All().Where(upload => scope.Reader?.Role == Role.Operator || upload.Uploader == scope.Reader?.Name);

    static async Task<IResult> Post(HttpRequest request, UploadReceiver receiver, CancellationToken cancel)
    {
        if (!request.HasFormContentType) return new Problem("unsupported-media-type", "请以 multipart/form-data 提交 source 和 file。", "Send source and file as multipart/form-data.");
        var form = await request.ReadFormAsync(cancel);
        var (upload, problem) = await receiver.Receive(form["source"].ToString(), form.Files["file"], request.Headers["Idempotency-Key"].ToString(), cancel);
        if (upload is null) return problem!;
        var view = View(upload, RequestLanguage.Of(request.HttpContext));
        return TypedResults.Accepted(view.Self, view);
    }

    static IResult Get(string id, HttpRequest request, UploadStore store, AreaScope scope) => Find(id, store, scope) is { } upload
        ? Answer.Json(View(upload, RequestLanguage.Of(request.HttpContext))).Send()
        : Unknown(id);

    static IResult Events(string id, HttpRequest request, UploadStore store, UploadSteps steps, AreaScope scope, CancellationToken cancel)
    {
        if (Find(id, store, scope) is not { } upload) return Unknown(id);
        var seen = int.TryParse(request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return TypedResults.ServerSentEvents(Steps(upload, seen, steps, cancel));
    }

    // The steps of an upload that ended before this process began are gone; its end is all there is to tell.
    static async IAsyncEnumerable<SseItem<UploadStep>> Steps(Upload upload, int seen, UploadSteps steps, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (upload.Ended)
        {
            var last = Math.Max(seen, 1);
            yield return Item(new UploadStep(last, upload.State, upload.Report?.RowsRead ?? 0, 100));
            yield break;
        }
        await foreach (var step in steps.After(upload.Id, seen, cancel)) yield return Item(step);
    }

    static SseItem<UploadStep> Item(UploadStep step) => new(step, "step") { EventId = step.Number.ToString(CultureInfo.InvariantCulture), ReconnectionInterval = TimeSpan.FromSeconds(2) };

    static IResult Rejections(string id, HttpRequest request, UploadStore store, RejectedRows rejected, AreaScope scope, IOptions<ApiOptions> options)
    {
        if (Find(id, store, scope) is not { } upload) return Unknown(id);
        var query = new QueryReader(request, "offset", "limit", "format");
        var offset = query.Whole("offset", 0, int.MaxValue) ?? 0;
        var csv = query.OneOf("format", "json", "csv") == "csv";
        var limit = query.Whole("limit", 1, options.Value.LargestPage) ?? (csv ? options.Value.LargestPage : options.Value.PageSize);
        if (query.Problem is { } problem) return problem;
        var language = RequestLanguage.Of(request.HttpContext);
        var rows = upload.Report?.LoadId is { } load ? rejected.Of(load, language.IsEnglish, offset, limit) : Issues(upload, language).Skip(offset).Take(limit).ToList();
        return (csv ? Csv(upload, rows, language) : Answer.Json(new RejectedRowList(offset, rows.Count, rows))).Send();
    }

    // A file that was refused as a whole has no load; its issues say where.
    static IEnumerable<RejectedRow> Issues(Upload upload, RequestLanguage language) => (upload.Report?.Issues ?? [])
        .Select(issue => new RejectedRow(issue.Line ?? 0, issue.Column, issue.Rule, "rejection", null, "", language.Of(issue.Zh, issue.En), ""));

    static Answer Csv(Upload upload, IReadOnlyList<RejectedRow> rows, RequestLanguage language)
    {
        var texts = Texts.In(language);
        var text = new System.Text.StringBuilder().AppendJoin(',', new[] { "line", "column", "rule", "severity", "found", "expected", "message", "remedy" }.Select(name => TableColumns.Csv(texts["rejected." + name]))).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(',', new[]
            {
                row.Line.ToString(CultureInfo.InvariantCulture), row.Column, texts.Or("rule." + row.Rule, row.Rule), texts.Or("severity." + row.Severity, row.Severity), row.Found ?? "", row.Expected, row.Message, row.Remedy,
            }.Select(cell => TableColumns.Csv(TableColumns.Harmless(cell)))).Append("\r\n");
        return new Answer([.. System.Text.Encoding.UTF8.Preamble, .. System.Text.Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8") { FileName = $"rejections-{upload.Id[..8]}.csv" };
    }

    internal static UploadView View(Upload upload, RequestLanguage language)
    {
        var self = "/api/v1/uploads/" + upload.Id;
        var report = upload.Report;
        var issues = report?.Issues ?? [];
        return new UploadView(
            upload.Id, upload.Source, upload.File, upload.Bytes, upload.Sha256, upload.ReceivedAt, upload.State, report?.RowsRead ?? 0, report?.RowsAccepted ?? 0, report?.RowsRejected ?? 0, report?.NewRows ?? 0,
            (report?.Rejections ?? []).Select(x => new UploadRule(x.Rule, x.Column, x.Severity, x.Rows)).ToList(), issues.Count,
            issues.Take(IssuesShown).Select(x => new UploadIssue(x.Line, x.Column, x.Rule, language.Of(x.Zh, x.En))).ToList(),
            self, self + "/events", issues.Count > 0 || report?.Rejections.Count > 0 ? self + "/rejections" : null);
    }

    static Problem Unknown(string id) => new("unknown-upload", $"没有上传“{id}”，或者它不是您上传的。", $"There is no upload '{id}', or it is not yours.");
}
