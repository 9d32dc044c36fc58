using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>The programme over HTTP: from the opening of a round to its archive.</summary>
static class RoundRoutes
{
    public const string Tag = "rounds";

    public static IServiceCollection AddRoundServices(this IServiceCollection services) => services
        .AddSingleton<RoundFigures>().AddScoped<Acting>().AddSingleton<ProvinceRankings>().AddSingleton<RankingReports>().AddSingleton<Supervisions>().AddSingleton<ObjectionBox>().AddSingleton<PaperPrinting>().AddScoped<RoundCards>().AddScoped<CreationStandings>();

    public static void MapRounds(this WebApplication app)
    {
        RoundAccess.State(app.Services.GetRequiredService<AccessTable>());
        var routes = app.MapGroup("/api/v1/rounds");
        routes.MapRegister();
        routes.MapApplications();
        routes.MapFreeze();
        routes.MapScores();
        routes.MapPapers();
        routes.MapSamples();
        routes.MapProvinces();
        routes.MapPublicity();
        routes.MapDesignation();
        routes.MapPaperwork();
        app.MapShortAddresses();
        app.MapGet("/rounds/{round}/provinces/{province:int}.{form}", (string round, int province, string form, RankingReports reports, Acting acting, HttpContext http) => reports.Answer(round, province, form, acting, http)).ExcludeFromDescription();
    }

    /// <summary>A GET of something that people change.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder route, string summary, string description, T example, params int[] problems) where T : notnull =>
        route.Describe(Tag, summary, description, example).GivesProblems([.. problems, 403, 404, 503]);

    /// <summary>An act: what is sent, what comes back, what may be refused.</summary>
    public static RouteHandlerBuilder Does<TBody, T>(this RouteHandlerBuilder route, string summary, string description, TBody body, T example, bool version = false) where TBody : notnull where T : notnull =>
        route.Does(summary, description, example, version).Accepts<TBody>("application/json").WithMetadata(new RequestExample(body)).GivesProblems(400, 415);

    /// <summary>An act that needs no body.</summary>
    public static RouteHandlerBuilder Does<T>(this RouteHandlerBuilder route, string summary, string description, T example, bool version = false) where T : notnull
    {
        route.Describe(Tag, summary, description, example).GivesProblems(403, 404, 409, 422, 503);
        return version ? route.WithMetadata(new RestsOnVersion()).GivesProblems(412, 428) : route;
    }

    /// <summary>What an act ends with, as an answer.</summary>
    public static IResult Answer<T>(this Outcome<T> outcome, Func<T, IResult> done) => outcome.Refusal is { } refusal ? refusal.Problem() : done(outcome.Value!);

    public static IResult Answer<T>(this Outcome<T> outcome, Func<T, object> done) => outcome.Answer(value => (IResult)new Versioned(done(value)));
}

/// <summary>An example of what an operation takes, for the API description.</summary>
sealed record RequestExample(object Value);

/// <summary>The operation answers 201 with what it made.</summary>
sealed record Creates;

/// <summary>The operation needs <c>If-Match</c>.</summary>
sealed record RestsOnVersion;
