using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>Evidence papers (佐证材料): attached to an item, kept by hash, handed out again.</summary>
static class PaperEndpoints
{
    // Only what offices use and no browser runs.
    static readonly string[] Endings = [".pdf", ".ofd", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".csv", ".txt", ".jpg", ".jpeg", ".png", ".zip"];

    public static void MapPapers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{round}/cities/{city:int}/papers", List).Reads("List a city's papers", "Every paper by item, kind and SHA-256, and how complete the evidence is (P04).", RoundExamples.Papers);
        routes.MapPost("/{round}/cities/{city:int}/papers", Attach).WithMetadata(new Creates()).Does("Attach a paper", "A form with item, kind, title, datedOn, validTo and file. The paper is kept under the hash of its bytes and never changes.", RoundExamples.Paper)
            .Accepts<PaperForm>("multipart/form-data").GivesProblems(400, 413, 415, 422);
        routes.MapGet("/{round}/cities/{city:int}/papers/{sha256}", Open).WithTags(RoundRoutes.Tag).WithSummary("Get one paper").WithDescription("The paper's bytes, as a file to save.")
            .Produces<byte[]>(200, "application/octet-stream").GivesProblems(403, 404);
    }

    static async Task<IResult> List(string round, int city, RoundRegister register, Acting acting, EvidenceFile evidence, PaperArchive archive)
    {
        var (row, problem) = await acting.City(round, city);
        return row is null ? problem! : new Versioned(new PaperList(await evidence.CompletenessPercent(round, city), [.. (await register.Evidence(round, city)).Select(x => View(x, archive))]));
    }

    static async Task<IResult> Attach(string round, int city, HttpRequest request, RoundRegister register, Acting acting, EvidenceFile evidence, PaperArchive archive, IOptions<StateOptions> options, CancellationToken cancel)
    {
        if (Permissions.Check(acting.Actor, Act.AttachEvidence, city, RoundTerms.ProvinceOf(city)) is { } forbidden) return forbidden.Problem();
        if (!request.HasFormContentType) return new Problem("unsupported-media-type", "请以 multipart/form-data 提交。", "Send the paper as multipart/form-data.");
        if (Limit(request, options.Value) is { } tooLarge) return tooLarge;
        var form = await request.ReadFormAsync(cancel);
        var (paper, wrong) = await Received(form, archive, cancel);
        if (paper is null) return wrong!;
        return await (await evidence.Attach(acting.Actor, round, city, [paper], cancel)).Done<int>(async _ =>
            new Versioned(View((await register.Evidence(round, city)).Single(x => x.Item == paper.Item && x.Sha256 == paper.Sha256), archive), null, UrlOf(round, city, paper.Sha256)));
    }

    static async Task<IResult> Open(string round, int city, string sha256, RoundRegister register, Acting acting, PaperArchive archive)
    {
        var (row, problem) = await acting.City(round, city);
        if (row is null) return problem!;
        return (await register.Evidence(round, city)).FirstOrDefault(x => x.Sha256 == sha256) is { } paper && archive.Open(sha256) is { } file
            ? Results.File(file, "application/octet-stream", paper.FileName.Length > 0 ? paper.FileName : sha256, entityTag: new EntityTagHeaderValue($"\"{sha256}\""))
            : new Problem("unknown-round", "没有这份材料，或者只登记了校验值。", "There is no such paper, or only its hash was attached.");
    }

    /// <summary>The server's own limit is for every request; papers have one of their own.</summary>
    internal static Problem? Limit(HttpRequest request, StateOptions options)
    {
        var most = options.LargestPaperMiB * (1L << 20);
        var limit = request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is { IsReadOnly: false }) limit.MaxRequestBodySize = most + (1 << 20);
        return request.ContentLength > most + (1 << 20)
            ? new Problem("content-too-large", $"材料超过 {options.LargestPaperMiB} MiB。", $"The paper is larger than {options.LargestPaperMiB} MiB.")
            : null;
    }

    /// <summary>Reads the form and keeps the file; every mistake is named.</summary>
    internal static async Task<(EvidencePaper? Paper, Problem? Problem)> Received(IFormCollection form, PaperArchive archive, CancellationToken cancel)
    {
        var errors = new List<ProblemError>();
        string Text(string name, int most, string zh, string en)
        {
            var text = form[name].ToString().Trim();
            if (text.Length == 0 || text.Length > most) errors.Add(new ProblemError("#/" + name, "required", $"{zh}应填写，最多{most}字", $"{en} is needed, at most {most} characters"));
            return text;
        }
        DateOnly? Day(string name, bool needed, string zh, string en)
        {
            var text = form[name].ToString().Trim();
            if (text.Length == 0 && !needed) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            errors.Add(new ProblemError("#/" + name, "format", $"{zh}应写作 2024-09-01", $"{en} is written 2024-09-01"));
            return null;
        }
        var (item, kind, title) = (Text("item", 40, "评估项", "Item"), Text("kind", 40, "材料种类", "Kind"), Text("title", 120, "材料名称", "Title"));
        var (dated, valid) = (Day("datedOn", true, "材料日期", "The paper's date"), Day("validTo", false, "有效期", "The end of validity"));
        var file = form.Files.GetFile("file");
        var name = Path.GetFileName(file?.FileName.Replace('\\', '/') ?? "");
        if (file is not { Length: > 0 }) errors.Add(new ProblemError("#/file", "required", "请选择材料文件", "Choose the paper's file"));
        else if (!Endings.Contains(Path.GetExtension(name).ToLowerInvariant(), StringComparer.Ordinal))
            errors.Add(new ProblemError("#/file", "type", $"不接受“{Path.GetExtension(name)}”文件，可用：{string.Join(" ", Endings)}", $"'{Path.GetExtension(name)}' is not taken; known: {string.Join(" ", Endings)}"));
        if (errors.Count > 0)
            return (null, new Problem("not-complete", string.Join("；", errors.Select(x => x.MessageZh)) + "。", string.Join("; ", errors.Select(x => x.MessageEn)) + ".") { Errors = errors });
        await using var content = file!.OpenReadStream();
        return (new EvidencePaper(item, kind, title, dated!.Value, valid, await archive.Put(content, cancel), name), null);
    }

    static PaperView View(EvidenceRow x, PaperArchive archive) =>
        new(x.Item, x.Kind, x.Title, x.DatedOn, x.ValidTo, x.FileName, x.Sha256, x.Author, archive.Holds(x.Sha256), UrlOf(x.RoundId, x.CityCode, x.Sha256));

    internal static string UrlOf(string round, int city, string sha256) => string.Create(CultureInfo.InvariantCulture, $"/api/v1/rounds/{round}/cities/{city}/papers/{sha256}");
}

/// <summary>What is sent with a paper.</summary>
public sealed record PaperForm(string Item, string Kind, string Title, DateOnly DatedOn, DateOnly? ValidTo, IFormFile File);
