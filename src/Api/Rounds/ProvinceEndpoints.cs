using System.Globalization;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>A province's ranking and recommendation.</summary>
static class ProvinceEndpoints
{
    public static void MapProvinces(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{round}/provinces/{province:int}/ranking", Ranking).Reads("Get a province's ranking", "Cities by provincial score, ties and quota line marked, grades, and how far each rank moves when a standard weighs a fifth more or less.", RoundExamples.Ranking);
        routes.MapPost("/{round}/provinces/{province:int}/recommendation", Recommend).Does("Recommend cities", "The best within the assigned places; passing over a higher score needs a reason.", RoundExamples.Recommending, RoundExamples.Codes);
    }

    static async Task<IResult> Ranking(string round, int province, Acting acting, ProvinceRankings rankings, RoundRegister register)
    {
        if (await register.Round(round) is not { } row) return Acting.UnknownRound(round);
        return ProvinceRankings.Hidden(acting, province) is { } hidden ? hidden : new Versioned(await rankings.Of(row, province));
    }

    static async Task<IResult> Recommend(string round, int province, HttpRequest request, RecommendationDesk desk, Acting acting, CancellationToken cancel)
    {
        var (body, wrong) = await request.Body<RecommendationInput>();
        if (body is null) return wrong!;
        return (await desk.Recommend(acting.Actor, round, province, body.Cities, body.Reason, cancel)).Answer(cities => new Versioned(new CityCodes(cities)));
    }
}

/// <summary>A city's place in the ranking of its province.</summary>
/// <param name="Cities">How many are ranked.</param>
/// <param name="Places">How many the province may recommend.</param>
public sealed record ProvincePlace(RankView Rank, int Cities, int Places)
{
    /// <summary>In one sentence, as it stands above a score sheet.</summary>
    public string Said(Texts texts) => Rank.Vetoed ? texts["province.why_veto"] : texts["province.place", Rank.Rank, Cities, texts[Rank.Within], Places];
}

/// <summary>The ranking of a province as pages, answers and papers show it.</summary>
public sealed class ProvinceRankings(RoundRegister register, RecommendationDesk desk, ScoringDesk scoring)
{
    /// <summary>Why the caller may not see it; a province sees its own.</summary>
    public static Problem? Hidden(Acting acting, int province) => acting.Actor switch
    {
        { Role: Role.Ministry or Role.Operator } => null,
        { Role: Role.Province } own when own.AreaCode == province => null,
        _ => new Problem("area-not-yours", $"{province.ToString(CultureInfo.InvariantCulture)}的排序不在您账户的范围内。", $"The ranking of {province.ToString(CultureInfo.InvariantCulture)} is outside what your account may see."),
    };

    /// <summary>A city's place among its province's applicants, for who may see the ranking; null before every item has its provincial score.</summary>
    public async Task<ProvincePlace?> PlaceOf(RoundRow round, CityRow city, Acting acting)
    {
        if (Hidden(acting, city.ProvinceCode) is not null) return null;
        var ranking = await Of(round, city.ProvinceCode);
        return ranking.Cities.Any(x => x.OpenItems > 0) || ranking.Cities.FirstOrDefault(x => x.City == city.CityCode) is not { } rank ? null : new(rank, ranking.Cities.Count, ranking.Places);
    }

    public async Task<RankingView> Of(RoundRow round, int province)
    {
        var (settings, rules) = (round.Settings(), round.Rules());
        var cities = (await register.Cities(round.Id)).Where(x => x.ProvinceCode == province).ToDictionary(x => x.CityCode);
        var scores = (await scoring.Scores(round.Id, ScoreColumn.Province)).Where(x => cities.ContainsKey(x.City)).ToList();
        var grades = Grading.Of(rules, scores).ToDictionary(x => x.City);
        var places = settings.PlacesOf(province);
        var entered = cities.Values.Count(x => x.Standing >= Standing.Entered && x.Standing != Standing.Lapsed);
        return new RankingView(province, Quota.Provinces.FirstOrDefault(x => x.Code == province)?.Name ?? "", places, Quota.Check(province, entered, settings.QuotaBase).Reason,
            [.. (await desk.Ranking(round.Id, province)).Select(x => new RankView(
                x.City, cities[x.City].CityName, x.Total, x.Rank, x.WithinPlaces, x.TiedAtLine, x.Vetoed, x.BestRank, x.WorstRank, x.Sensitive(places),
                grades.GetValueOrDefault(x.City)?.Reason, scores.Single(score => score.City == x.City).Count(ScoreStatus.Expert), cities[x.City].Standing))]);
    }
}
