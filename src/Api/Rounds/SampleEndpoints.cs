using System.Globalization;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.Supervision;
using DemoCityAnalytics.Metrics.Observations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>Checks by telephone and on site, who makes them, and what a falsified report leads to.</summary>
static class SampleEndpoints
{
    const int Largest = 500;

    public static void MapSamples(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{round}/cities/{city:int}/samples", List).Reads("List a city's samples", "Samples drawn for checks, with what each proves (P05).", RoundExamples.Samples);
        routes.MapPost("/{round}/cities/{city:int}/samples", Draw).WithMetadata(new Creates()).Does("Draw a sample", "Draws source rows of an item's figure, stratified by district; the same seed draws the same rows. Rows are named by file and line.", RoundExamples.Drawing, RoundExamples.Sample);
        routes.MapGet("/{round}/cities/{city:int}/samples/{sample}", Get).Reads("Get a call sheet", "The rows to check, the results so far, the share confirmed of those reached and its Wilson bound.", RoundExamples.Sample);
        routes.MapPut("/{round}/cities/{city:int}/samples/{sample}/lines/{line:int}", Record).Does("Record a check", "What the call found: confirmed, denied or unreachable. A denial needs a note.", RoundExamples.Checking, RoundExamples.Check, version: true);
        routes.MapGet("/{round}/cities/{city:int}/experts", Experts).Reads("List a city's experts", "Accounts that the ministry assigned to judge the city.", RoundExamples.Experts);
        routes.MapPost("/{round}/cities/{city:int}/experts", Assign).Does("Assign an expert", "The ministry names an expert's account; nobody judges the city they come from.", RoundExamples.Assigning, RoundExamples.Experts);
        routes.MapPost("/{round}/cities/{city:int}/disqualification", Disqualify).Does("Disqualify a city", "A falsified report ends the candidacy, with the reason and the hash of the paper that proves it.", RoundExamples.Falsified, RoundExamples.City, version: true);
    }

    static async Task<IResult> List(string round, int city, RoundRegister register, Acting acting, CheckDesk desk)
    {
        var (row, problem) = await acting.City(round, city);
        if (row is null) return problem!;
        var samples = new List<SampleView>();
        foreach (var sample in await register.Samples(round, city)) samples.Add(SampleView.Of(sample, await desk.CallSheet(sample.Id)));
        return new Versioned(new SampleList(samples));
    }

    static async Task<IResult> Draw(string round, int city, HttpRequest request, RoundRegister register, Acting acting, CheckDesk desk, RoundFigures figures, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<SampleInput>();
        if (body is null) return wrong!;
        return await Drawn(round, city, body, register, acting, desk, figures, cancel) switch
        {
            ({ } sample, _) => new Versioned(SampleView.Of(sample, await desk.CallSheet(sample.Id)), null, UrlOf(sample)),
            (_, var problem) => problem!,
        };
    }

    /// <summary>Draws from the source rows behind the frozen figure of an item.</summary>
    internal static async Task<(SampleRow? Sample, Problem? Problem)> Drawn(
        string round, int city, SampleInput input, RoundRegister register, Acting acting, CheckDesk desk, RoundFigures figures, CancellationToken cancel)
    {
        if (input.Size is < 1 or > Largest)
            return (null, Refusal.Of(RefusalReason.PointsOutOfRange, $"抽查条数应为1至{Largest}", $"The size of a sample is 1 to {Largest}").Problem());
        // Rights and stage first: reading a roster takes time.
        if (Permissions.Check(acting.Actor, Act.DrawSample, city, RoundTerms.ProvinceOf(city)) is { } forbidden) return (null, forbidden.Problem());
        var (seen, hidden) = await acting.City(round, city);
        if (seen is null) return (null, hidden);
        var row = (await register.Round(round))!;
        if (Procedure.Check(row.Stage, Act.DrawSample) is { } notNow) return (null, notNow.Problem());
        if ((await register.Frozen(row))?.Find(city, input.Item) is not { } frozen)
            return (null, Refusal.Of(RefusalReason.UnknownItem, $"本轮规则中没有指标项“{input.Item}”", $"The rule set has no figure '{input.Item}'").Problem());
        if (frozen.Figure is not { } text || await Task.Run(() => figures.Roster(FigureId.Parse(text), cancel), cancel) is not { Count: > 0 } roster)
            return (null, Refusal.Of(RefusalReason.NotFound, $"“{input.Item}”没有可抽查的源数据行", $"There are no source rows of '{input.Item}' to draw from").Problem());
        var outcome = await desk.Draw(acting.Actor, round, city, input.Item, roster, input.Size, input.Seed, cancel);
        return (outcome.Value, outcome.Refusal?.Problem());
    }

    static async Task<IResult> Get(string round, int city, string sample, RoundRegister register, Acting acting, CheckDesk desk)
    {
        var (row, problem) = await acting.City(round, city);
        if (row is null) return problem!;
        return await register.Sample(sample) is { } found && found.RoundId == round && found.CityCode == city
            ? new Versioned(SampleView.Of(found, await desk.CallSheet(sample)))
            : new Problem("unknown-round", $"没有抽样“{sample}”。", $"There is no sample '{sample}'.");
    }

    static async Task<IResult> Record(string round, int city, string sample, int line, HttpRequest request, RoundRegister register, Acting acting, CheckDesk desk, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<CheckInput>();
        if (body is null) return wrong!;
        var (version, needed) = request.Version();
        if (version is not { } seen) return needed!;
        if (await register.Sample(sample) is not { } drawn || drawn.RoundId != round || drawn.CityCode != city)
            return new Problem("unknown-round", $"没有抽样“{sample}”。", $"There is no sample '{sample}'.");
        return (await desk.Record(acting.Actor, sample, line, body.Result, body.Note, seen, cancel))
            .Answer(row => new Versioned(new CheckView(row.Line, row.Stratum, row.Record, row.Result, row.Note, row.Version), row.Version));
    }

    static async Task<IResult> Experts(string round, int city, RoundRegister register, Acting acting)
    {
        var (row, problem) = await acting.City(round, city);
        return row is null ? problem! : await Assigned(round, city, register);
    }

    static async Task<IResult> Assign(string round, int city, HttpRequest request, RoundRegister register, Acting acting, ExpertDesk desk, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<ExpertInput>();
        if (body is null) return wrong!;
        if (acting.May(Act.AssignExpert) && acting.Expert(body.Expert) is null)
            return Refusal.Of(RefusalReason.UnknownItem, $"没有专家账户“{body.Expert}”", $"There is no expert's account '{body.Expert}'").Problem();
        var account = acting.Expert(body.Expert);
        return await (await desk.Assign(acting.Actor, round, city, body.Expert, account?.HomeCity, cancel)).Done(_ => Assigned(round, city, register));
    }

    static async Task<IResult> Assigned(string round, int city, RoundRegister register) =>
        new Versioned(new ExpertList([.. (await register.Assignments(round)).Where(x => x.CityCode == city).Select(x => x.Expert).Order(StringComparer.Ordinal)]));

    static async Task<IResult> Disqualify(string round, int city, HttpRequest request, DesignationDesk desk, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<Proven>();
        if (body is null) return wrong!;
        var (version, needed) = request.Version();
        return version is { } seen
            ? (await desk.Disqualify(acting.Actor, round, city, seen, body.Reason, body.Sha256, cancel)).Answer(row => new Versioned(RoundCity.Of(row), row.Version))
            : needed!;
    }

    static string UrlOf(SampleRow sample) => string.Create(CultureInfo.InvariantCulture, $"/api/v1/rounds/{sample.RoundId}/cities/{sample.CityCode}/samples/{Uri.EscapeDataString(sample.Id)}");
}
