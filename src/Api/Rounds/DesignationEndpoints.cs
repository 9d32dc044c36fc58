using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.Supervision;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>P4 to P6: evaluation, list, designation, supervision, withdrawal.</summary>
static class DesignationEndpoints
{
    public static void MapDesignation(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{round}/evaluation", Start).Does("Start the ministry's evaluation", "When every provincial publicity is over and every objection handled.", RoundExamples.Round, version: true);
        routes.MapPost("/{round}/list", ProposeList).Does("Propose the national list", "Recommended cities whose ministry scores are complete, within the places of the programme.", RoundExamples.Codes, RoundExamples.Round, version: true);
        routes.MapPost("/{round}/designation/proposal", Propose).Does("Propose the designation", "The first of two persons; after publicity, with no objection open.", RoundExamples.ProposedList);
        routes.MapPost("/{round}/designation", Designate).Does("Designate the cities", "A second person confirms; each city receives its certificate's number.", RoundExamples.Round, version: true);
        routes.MapGet("/{round}/supervision", Supervision).Reads("Get the supervision", "Designated cities, figures that have stayed worse than at designation (P06), and verified breaches.", RoundExamples.Supervision);
        routes.MapGet("/{round}/cities/{city:int}/certificate", Certified).Reads("Get a certificate", "What stands on a designated city's certificate, with its check; a withdrawn one says so. Anybody may ask.", RoundExamples.Certificate);
        routes.MapPost("/{round}/cities/{city:int}/violations", Violation).Does("Record a violation", "A verified breach by a designated city, with the hash of its paper.", RoundExamples.Violating, RoundExamples.Violation);
        routes.MapPost("/{round}/cities/{city:int}/revocation/proposal", ProposeRevocation).Does("Propose a revocation", "The first of two persons, with the reason.", RoundExamples.Reason, RoundExamples.Reason);
        routes.MapPost("/{round}/cities/{city:int}/revocation", Revoke).Does("Revoke a designation", "A second person confirms the same reason. Nothing that was is erased.", RoundExamples.Reason, RoundExamples.City, version: true);
    }

    static Task<IResult> Start(string round, HttpRequest request, RecommendationDesk desk, RoundRegister register, Acting acting, CancellationToken cancel) =>
        OnRound(request, register, acting, version => desk.StartEvaluation(acting.Actor, round, version, cancel));

    static async Task<IResult> ProposeList(string round, HttpRequest request, RecommendationDesk desk, RoundRegister register, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<CityCodes>();
        return body is null ? wrong! : await OnRound(request, register, acting, version => desk.ProposeList(acting.Actor, round, version, body.Cities, cancel));
    }

    static async Task<IResult> Propose(string round, DesignationDesk desk, Acting acting, CancellationToken cancel) =>
        (await desk.Propose(acting.Actor, round, cancel)).Answer(hash => new Versioned(new Proposed(hash)));

    static Task<IResult> Designate(string round, HttpRequest request, DesignationDesk desk, RoundRegister register, Acting acting, CancellationToken cancel) =>
        OnRound(request, register, acting, version => desk.Designate(acting.Actor, round, version, cancel));

    static async Task<IResult> Supervision(string round, RoundRegister register, Acting acting, Supervisions supervisions) => await register.Round(round) is { } row
        ? new Versioned(await supervisions.Of(row, await acting.Seen(round)))
        : Acting.UnknownRound(round);

    static async Task<IResult> Certified(string round, int city, RoundRegister register)
    {
        if (await register.Round(round) is not { } row) return Acting.UnknownRound(round);
        return await register.City(round, city) is { } found && await register.Frozen(row) is { } frozen && Certificate.Of(row, found, frozen) is { } certificate
            ? new Versioned(certificate)
            : Acting.UnknownCity(round, city);
    }

    static async Task<IResult> Violation(string round, int city, HttpRequest request, DesignationDesk desk, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<ViolationInput>();
        if (body is null) return wrong!;
        if (body.Sha256.Length != 64) return Refusal.Of(RefusalReason.EvidenceMissing, "请附证据材料的SHA-256", "State the SHA-256 of the paper").Problem();
        return (await desk.RecordViolation(acting.Actor, body.Id, round, city, body.Description, body.Sha256, cancel)).Answer(row => new Versioned(ViolationView.Of(row)));
    }

    static async Task<IResult> ProposeRevocation(string round, int city, HttpRequest request, DesignationDesk desk, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<Reasoned>();
        return body is null ? wrong! : (await desk.ProposeRevocation(acting.Actor, round, city, body.Reason, cancel)).Answer(reason => new Versioned(new Reasoned(reason)));
    }

    static async Task<IResult> Revoke(string round, int city, HttpRequest request, DesignationDesk desk, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<Reasoned>();
        if (body is null) return wrong!;
        var (version, needed) = request.Version();
        return version is { } seen ? (await desk.Revoke(acting.Actor, round, city, seen, body.Reason, cancel)).Answer(row => new Versioned(RoundCity.Of(row), row.Version)) : needed!;
    }

    static async Task<IResult> OnRound(HttpRequest request, RoundRegister register, Acting acting, Func<int, Task<Outcome<RoundRow>>> act)
    {
        var (version, needed) = request.Version();
        return version is { } seen
            ? await (await act(seen)).Done(async row => new Versioned(await RegisterEndpoints.Detail(row, register, acting), row.Version))
            : needed!;
    }
}

/// <summary>Designated cities after their designation.</summary>
public sealed class Supervisions(RoundRegister register, RoundFigures figures)
{
    static readonly Standing[] Ever = [Standing.Designated, Standing.Revoked];

    public async Task<SupervisionView> Of(RoundRow round, IReadOnlyList<CityRow> seen)
    {
        // The list of designated cities is public; what is found about them is for those who see the city.
        var designated = (await register.Cities(round.Id)).Where(x => Ever.Contains(x.Standing)).ToList();
        var (frozen, release, settings) = (await register.Frozen(round), figures.Current, round.Settings());
        var alerts = frozen is null || release is null ? [] : designated.Where(x => seen.Any(city => city.CityCode == x.CityCode)).SelectMany(city => release.LatestMonth(city.CityCode) is { } month
            ? DeclineAlerts.Of(frozen, round.Rules(), RoundFigures.Of(release), city.CityCode, month, settings.DeclineLimitPercent, settings.DeclinePeriods)
            : []);
        return new SupervisionView(round.Id, release?.Manifest.Name, [.. designated.Select(RoundCity.Of)],
            [.. alerts.Select(x => new AlertView(x.City, x.Item, x.Baseline, [.. x.Run.Select(run => new AlertPeriod(run.Period.ToString(), run.Value))], x.Sentence))],
            [.. (await register.Violations(round.Id)).Where(x => seen.Any(city => city.CityCode == x.CityCode)).Select(ViolationView.Of)]);
    }
}
