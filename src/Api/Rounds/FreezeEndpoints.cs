using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>The freeze on a release, by two persons of the ministry.</summary>
static class FreezeEndpoints
{
    public static void MapFreeze(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{round}/freeze/proposal", Propose).Does("Propose the freeze", "The first of two persons names release and month; the answer is the hash of the figures that would be frozen.", RoundExamples.Freezing, RoundExamples.Freeze);
        routes.MapPost("/{round}/freeze", Freeze).Does("Freeze the round", "A second person confirms exactly what was proposed. The figures never change afterwards; corrections are shown beside them.", RoundExamples.Freezing, RoundExamples.Round, version: true);
    }

    static async Task<IResult> Propose(string round, HttpRequest request, FreezeDesk desk, RoundFigures figures, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<FreezeInput>();
        if (body is null) return wrong!;
        var (release, month, unknown) = Named(body, figures);
        if (release is null) return unknown!;
        return (await desk.Propose(acting.Actor, round, RoundFigures.Of(release), month, cancel)).Answer(hash => new Versioned(new FreezeProposal(hash, release.Manifest.Name, month.ToString())));
    }

    static async Task<IResult> Freeze(string round, HttpRequest request, FreezeDesk desk, RoundFigures figures, RoundRegister register, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<FreezeInput>();
        if (body is null) return wrong!;
        var (version, needed) = request.Version();
        if (version is not { } seen) return needed!;
        var (release, month, unknown) = Named(body, figures);
        if (release is null) return unknown!;
        return await (await desk.Freeze(acting.Actor, round, seen, RoundFigures.Of(release), month, cancel))
            .Done(async row => new Versioned(await RegisterEndpoints.Detail(row, register, acting), row.Version));
    }

    static (ReleaseSnapshot? Release, Month Month, Problem? Problem) Named(FreezeInput input, RoundFigures figures)
    {
        if (!Period.TryParse(input.Month, out var period) || period.Frequency != Warehouse.Calendar.Frequency.Month)
            return (null, default, new Problem("invalid-body", $"评估月份为“{input.Month}”，应写作 2024-12。", $"The month is '{input.Month}'; expected a month such as 2024-12.")
            { Errors = [new ProblemError("#/month", "format", "应写作 2024-12", "Expected 2024-12")] });
        return figures.Find(input.Release) is { } release ? (release, period.Last, null)
            : (null, default, new Problem("unknown-round", $"没有保存数据版本“{input.Release}”。GET /api/v1/releases 列出全部版本。", $"The release '{input.Release}' is not kept. GET /api/v1/releases lists those that are."));
    }
}
