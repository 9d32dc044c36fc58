using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.Papers;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>P1 and P2: applications, their confirmation, and how the creation goes.</summary>
static class ApplicationEndpoints
{
    public static void MapApplications(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{round}/applications", List).Reads("List the applications", "A city sees its own, a province those of its cities, an expert those assigned, the ministry all.", RoundExamples.Applications);
        routes.MapGet("/{round}/applications/{city:int}", Get).Reads("Get an application", "The form, the count of its characters, and everything that still keeps it from being confirmed.", RoundExamples.Application);
        routes.MapPut("/{round}/applications/{city:int}", Save).Does("Save an application's draft", "As far as it has come; nothing is checked yet. The first save needs no If-Match, every later one does.", RoundExamples.Input, RoundExamples.Application, version: true);
        routes.MapPost("/{round}/applications/{city:int}/confirmation", Confirm).Does("Confirm an application", "The city confirms a form that is complete and quantified; the province then confirms it with its contact, within its quota.", RoundExamples.Contact, RoundExamples.City, version: true);
        routes.MapPost("/{round}/applications/{city:int}/return", Return).Does("Return an application", "The province gives it back to the city, with the reason.", RoundExamples.Reason, RoundExamples.City, version: true);
        routes.MapPost("/{round}/closing", Close).Does("End the applications", "After the deadline: confirmed applications start their creation, the others lapse.", RoundExamples.Round, version: true);
        routes.MapGet("/{round}/cities/{city:int}/progress", Progress).Reads("Get a city's creation progress", "Its targets against time (序时进度), the points that can still be won, the most first, and reported against recomputed figures.", RoundExamples.Progress);
        routes.MapPut("/{round}/cities/{city:int}/reports", Report).Does("Report a city's own figures", "What the city states of itself before the freeze, by item; an empty text takes a figure back.", RoundExamples.Report, RoundExamples.Progress);
    }

    static async Task<IResult> List(string round, RoundRegister register, Acting acting) => await register.Round(round) is null ? Acting.UnknownRound(round)
        : new Versioned(new ApplicationList([.. (await acting.Seen(round)).Select(RoundCity.Of)]));

    static async Task<IResult> Get(string round, int city, RoundRegister register, Acting acting)
    {
        var (row, problem) = await acting.City(round, city);
        return row is null ? problem! : await View(row, register);
    }

    static async Task<IResult> Save(string round, int city, HttpRequest request, ApplicationDesk desk, RoundRegister register, Acting acting, RoundFigures figures, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<ApplicationInput>();
        if (body is null) return wrong!;
        var (version, unreadable) = request.VersionIfAny();
        if (unreadable is not null) return unreadable;
        if (version is null && acting.Actor.AreaCode == city && await register.City(round, city) is not null) return request.Version().Problem!;
        if (CityNames.Find(city, figures) is not { } names) return new Problem("unknown-area", $"没有行政区划{city}。", $"There is no area {city}.");
        var form = new ApplicationForm
        {
            City = names.City,
            Province = names.Province,
            FilledOn = register.Today,
            Situation = body.Situation,
            Targets = body.Targets,
            Leader = body.Leader,
            CityContact = body.CityContact,
        };
        return await (await desk.Save(acting.Actor, round, city, form, version, cancel)).Done(row => View(row, register));
    }

    static async Task<IResult> Confirm(string round, int city, HttpRequest request, ApplicationDesk desk, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<Confirmation>();
        if (body is null) return wrong!;
        var (version, needed) = request.Version();
        if (version is not { } seen) return needed!;
        if (acting.Actor.Role != Role.Province) return (await desk.ConfirmByCity(acting.Actor, round, city, seen, cancel)).Answer(Seen);
        return body.Contact is { Name.Length: > 0, Telephone.Length: > 0 } contact
            ? (await desk.ConfirmByProvince(acting.Actor, round, city, seen, contact, cancel)).Answer(Seen)
            : Refusal.Of(RefusalReason.ContactMissing, "请填写省级联系人姓名和联系方式", "State name and telephone of the province's contact.").Problem();
    }

    static async Task<IResult> Return(string round, int city, HttpRequest request, ApplicationDesk desk, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<Reasoned>();
        if (body is null) return wrong!;
        var (version, needed) = request.Version();
        return version is { } seen ? (await desk.ReturnToCity(acting.Actor, round, city, seen, body.Reason, cancel)).Answer(Seen) : needed!;
    }

    static async Task<IResult> Close(string round, HttpRequest request, ApplicationDesk desk, RoundRegister register, Acting acting, CancellationToken cancel)
    {
        var (version, needed) = request.Version();
        return version is { } seen
            ? await (await desk.Close(acting.Actor, round, seen, cancel)).Done(async row => new Versioned(await RegisterEndpoints.Detail(row, register, acting), row.Version))
            : needed!;
    }

    static async Task<IResult> Progress(string round, int city, RoundRegister register, Acting acting, CreationStandings creation)
    {
        var (row, problem) = await acting.City(round, city);
        return row is null ? problem! : await ProgressView((await register.Round(round))!, row, creation);
    }

    static async Task<IResult> Report(string round, int city, HttpRequest request, ReportDesk desk, RoundRegister register, Acting acting, CreationStandings creation, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<ReportInput>();
        if (body is null) return wrong!;
        return await (await desk.Report(acting.Actor, round, city, body.Figures, cancel))
            .Done(async _ => await ProgressView((await register.Round(round))!, (await register.City(round, city))!, creation));
    }

    static async Task<IResult> ProgressView(RoundRow round, CityRow city, CreationStandings creation)
    {
        var x = await creation.Of(round, city);
        return new Versioned(new CreationView(RoundCity.Of(city), x.Trial?.Release, x.CompletionPercent, [.. x.Targets.Select(TargetView.Of)], x.Score?.Total, x.Gaps, x.AgreementPercent, x.Reported));
    }

    static async Task<IResult> View(CityRow row, RoundRegister register)
    {
        var round = (await register.Round(row.RoundId))!;
        var form = row.Application();
        var entered = (await register.Cities(round.Id)).Count(x => x.ProvinceCode == row.ProvinceCode && x.Standing >= Standing.Entered && x.Standing != Standing.Lapsed);
        return new Versioned(new ApplicationView(RoundCity.Of(row), form, CharacterCount.Of(form.Situation), ApplicationCheck.MostCharacters,
            [.. ApplicationCheck.Of(form, round.Rules()).Select(x => new ApplicationIssue(Endpoints.QueryReader.Snake(x.Reason.ToString()), x.Message))],
            Quota.Check(row.ProvinceCode, entered, round.Settings().QuotaBase).Reason), row.Version);
    }

    static IResult Seen(CityRow row) => new Versioned(RoundCity.Of(row), row.Version);
}

/// <summary>Names of a city and its province, from the release or the list of provinces.</summary>
static class CityNames
{
    public static (string City, string Province)? Find(int city, RoundFigures figures) => figures.Current?.Areas.GetValueOrDefault(city) is { } area
        ? (area.Name, Province(city))
        : null;

    public static string Province(int city) => Quota.Provinces.FirstOrDefault(x => x.Code == RoundTerms.ProvinceOf(city))?.Name ?? "";
}
