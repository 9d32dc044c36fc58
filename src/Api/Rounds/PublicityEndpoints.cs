using System.Globalization;
using System.Text;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Role = DemoCityAnalytics.Evaluation.People.Role;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>公示: public lists, and objections to them by anybody.</summary>
static class PublicityEndpoints
{
    public static void MapPublicity(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{round}/publicity", Lists).Reads("List the public lists", "Provincial and national lists with their days. Anybody may read them.", RoundExamples.Publicity);
        routes.MapPost("/{round}/provinces/{province:int}/publicity", Province).Does("Publish a province's list", "The recommended cities, for the days that the round asks for.", RoundExamples.Days, RoundExamples.PublicList);
        routes.MapPost("/{round}/publicity/national", National).Does("Publish the national list", "The cities proposed for designation, by the ministry.", RoundExamples.Days, RoundExamples.PublicList);
        routes.MapPost("/{round}/objections", Object).RequireRateLimiting(ObjectionBox.Limit).Does("Object to a city", "By anybody, during the days of publicity. The answer is the receipt; the text goes to the office that handles it.", RoundExamples.Objecting, RoundExamples.Receipt).GivesProblems(429);
        routes.MapGet("/{round}/objections", Objections).Reads("List objections", "Those that the caller's office handles: a province's own, the ministry all.", RoundExamples.Objections);
        routes.MapGet("/{round}/objections/{id}/text", Text).WithTags(RoundRoutes.Tag).WithSummary("Get the text of an objection").WithDescription("As it was received; for the office that handles it alone.")
            .Produces<string>(200, "text/plain").GivesProblems(403, 404);
        routes.MapPut("/{round}/objections/{id}", Handle).Does("Handle an objection", "Upheld or not, with the handling. An upheld one strikes the city from the list.", RoundExamples.Handling, RoundExamples.Objection, version: true);
    }

    static async Task<IResult> Lists(string round, RoundRegister register) => await register.Round(round) is { } row
        ? new Versioned(new PublicityList(row.Id, row.Name, await PublicLists.Of(register, row)))
        : Acting.UnknownRound(round);

    static Task<IResult> Province(string round, int province, HttpRequest request, PublicityDesk desk, RoundRegister register, Acting acting, CancellationToken cancel) =>
        Publish(round, province, request, desk, register, acting, cancel);

    static Task<IResult> National(string round, HttpRequest request, PublicityDesk desk, RoundRegister register, Acting acting, CancellationToken cancel) =>
        Publish(round, 0, request, desk, register, acting, cancel);

    static async Task<IResult> Publish(string round, int province, HttpRequest request, PublicityDesk desk, RoundRegister register, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<PublicityInput>();
        if (body is null) return wrong!;
        return await (await desk.Publicise(acting.Actor, round, province, body.FirstDay, body.LastDay, cancel))
            .Done(async _ => new Versioned((await PublicLists.Of(register, (await register.Round(round))!)).Single(x => x.Province == province)));
    }

    static async Task<IResult> Object(string round, HttpRequest request, ObjectionBox box, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<ObjectionInput>();
        if (body is null) return wrong!;
        return (await box.Receive(acting.Actor, round, body, cancel)).Answer(x => new Versioned(new ObjectionReceipt(x.Id, x.ReceivedOn, x.Sha256)));
    }

    static async Task<IResult> Objections(string round, RoundRegister register, Acting acting)
    {
        if (await register.Round(round) is null) return Acting.UnknownRound(round);
        return acting.May(Act.HandleObjection) || acting.Actor.Role == Role.Operator
            ? new Versioned(new ObjectionList([.. (await register.Objections(round)).Where(x => ObjectionBox.Handles(acting.Actor, x)).Select(ObjectionView.Of)]))
            : Permissions.Check(acting.Actor, Act.HandleObjection)!.Problem();
    }

    static async Task<IResult> Text(string round, string id, RoundRegister register, Acting acting, PaperArchive archive, CancellationToken cancel)
    {
        if ((await register.Objections(round)).FirstOrDefault(x => x.Id == id) is not { } objection) return new Problem("unknown-round", $"没有异议“{id}”。", $"There is no objection '{id}'.");
        if (acting.Actor.Role == Role.Operator || !ObjectionBox.Handles(acting.Actor, objection)) return Refusal.Of(RefusalReason.NotYourArea, "异议原文仅供办理机关查看", "The text is for the office that handles it").Problem();
        return await ObjectionBox.Text(archive, objection, cancel) is { } text ? new Answer(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8").Send() : new Problem("unknown-round", "异议原文由受理机关保存。", "The receiving office keeps the text.");
    }

    static async Task<IResult> Handle(string round, string id, HttpRequest request, PublicityDesk desk, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<HandlingInput>();
        if (body is null) return wrong!;
        var (version, needed) = request.Version();
        return version is { } seen ? (await desk.Handle(acting.Actor, id, body.Result, body.Handling, seen, cancel)).Answer(row => new Versioned(ObjectionView.Of(row), row.Version)) : needed!;
    }
}

/// <summary>The lists of a round as the public sees them: names and days, no scores.</summary>
static class PublicLists
{
    public static async Task<IReadOnlyList<PublicityView>> Of(RoundRegister register, RoundRow round)
    {
        var cities = (await register.Cities(round.Id)).ToDictionary(x => x.CityCode);
        return [.. (await register.Publicity(round.Id)).Select(x => new PublicityView(
            x.ProvinceCode, x.ProvinceCode == 0 ? "全国" : Quota.Provinces.FirstOrDefault(p => p.Code == x.ProvinceCode)?.Name ?? "", x.FirstDay, x.LastDay,
            register.Today >= x.FirstDay && register.Today <= x.LastDay,
            [.. x.Listed().Select(code => new ListedCity(code, cities[code].CityName, cities[code].Standing))]))];
    }
}

/// <summary>Receives objections: numbers them, keeps the text under its hash, tells who handles which.</summary>
public sealed class ObjectionBox(PublicityDesk desk, RoundRegister register, PaperArchive archive)
{
    public const string Limit = "objection";
    const int MostCharacters = 5_000;
    const int Tries = 5;

    public async Task<Outcome<ObjectionRow>> Receive(Actor actor, string round, ObjectionInput input, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(input.Text) || input.Text.Length > MostCharacters || input.Subject.Length > 60 || input.Contact.Length > 200)
            return Refusal.Of(RefusalReason.ReasonMissing, $"请填写异议内容（{MostCharacters}字以内）、事由（60字以内）", $"State the objection (at most {MostCharacters} characters) and its subject (at most 60)");
        // Refused before anything is written: an address open to everybody must not fill the disk.
        if (await desk.Closed(actor, round, input.Province, input.City) is { } closed) return closed;
        var text = Encoding.UTF8.GetBytes($"{input.Subject}\n\n{input.Text.ReplaceLineEndings("\n")}\n\n联系方式：{input.Contact}\n");
        var sha256 = await archive.Put(new MemoryStream(text), cancel);
        for (var tries = 0; ; tries++)
        {
            var number = (await register.Objections(round)).Count(x => x.ProvinceCode == input.Province) + 1 + tries;
            var outcome = await desk.Object(actor, string.Create(CultureInfo.InvariantCulture, $"{round}-{input.Province / 10_000:00}-{number:000}"), round, input.Province, input.City, input.Subject, sha256, cancel);
            // Two at once may be given one number; the second takes the next.
            if (outcome.Refusal?.Reason != RefusalReason.AlreadyExists || tries == Tries) return outcome;
        }
    }

    public static async Task<string?> Text(PaperArchive archive, ObjectionRow objection, CancellationToken cancel)
    {
        await using var stream = archive.Open(objection.Sha256);
        if (stream is null) return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancel);
    }

    /// <summary>A province its own list's, the ministry all.</summary>
    public static bool Handles(Actor actor, ObjectionRow objection) =>
        actor.Role is Role.Ministry or Role.Operator || actor.Role == Role.Province && actor.AreaCode == objection.ProvinceCode;
}
