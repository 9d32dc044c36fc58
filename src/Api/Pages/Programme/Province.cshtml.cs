using System.Globalization;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>A province's cities by score, its quota line, and whom it recommends.</summary>
public sealed class ProvincePage(ReleaseReader releases, RoundRegister register, Acting acting, ProvinceRankings rankings, RecommendationDesk desk, PublicityDesk publicity)
    : RoundPage(releases, register, acting)
{
    int[]? chosen;
    bool isPublic;

    public RankingView Ranking { get; private set; } = null!;

    public bool MayRecommend => Acting.May(Act.Recommend, 0, Ranking.Province) && Procedure.Allows(Round.Stage, Act.Recommend) && Ranking.Cities.Any(x => x.Standing == Standing.Creating) && !isPublic;

    public bool MayPublicise => Acting.Actor.Role == Role.Province && Acting.May(Act.Publicise, 0, Ranking.Province) && Round.Stage == Stage.ProvincialReview && Ranking.Cities.Any(x => x.Standing == Standing.Recommended) && !isPublic;

    public async Task<IActionResult> OnGet(string round, int province)
    {
        if (await Find(round) is { } unknown) return unknown;
        if (ProvinceRankings.Hidden(Acting, province) is { } hidden) return hidden;
        Ranking = await rankings.Of(Round, province);
        isPublic = (await Register.Publicity(round)).Any(x => x.ProvinceCode == province);
        Title = T["province.title", Ranking.Name];
        return Page();
    }

    public Task<IActionResult> OnPostRecommend(string round, int province, int[] cities, string? reason, CancellationToken cancel)
    {
        chosen = cities;
        return cities.Length == 0
            ? Refuse(Refusal.Of(RefusalReason.TextMissing, "请至少勾选一个城市", "Choose at least one city."), () => OnGet(round, province))
            : End(desk.Recommend(Acting.Actor, round, province, cities, reason ?? "", cancel), "recommended", () => OnGet(round, province));
    }

    public async Task<IActionResult> OnPostPublicise(string round, int province, string? first, string? last, CancellationToken cancel) => Day(first) is { } from && Day(last) is { } to
        ? await End(publicity.Publicise(Acting.Actor, round, province, from, to, cancel), "publicised", () => OnGet(round, province))
        : await Refuse(Refusal.Of(RefusalReason.TextMissing, "日期应写作 2026-03-31", "A day is written 2026-03-31."), () => OnGet(round, province));

    /// <summary>Those within the line are proposed; of cities tied at it the province must choose.</summary>
    public bool Checked(RankView city) => chosen?.Contains(city.City) ?? city is { WithinPlaces: true, TiedAtLine: false };

    /// <summary>Why a city stands inside or outside the line, in one sentence.</summary>
    public string Why(RankView city) =>
        city.Vetoed ? T["province.why_veto"]
        : city.OpenItems > 0 ? T["province.why_open", city.OpenItems]
        : city.TiedAtLine ? T["province.why_tied", Ranking.Places]
        : city.WithinPlaces ? T["province.why_in", city.Rank.ToString(CultureInfo.InvariantCulture), Ranking.Places]
        : T["province.why_out", city.Rank, Ranking.Places, Lead(city)];

    /// <summary>Points to the last city inside the line.</summary>
    string Lead(RankView city) => Ranking.Cities.Where(x => x.WithinPlaces).Select(x => x.Total).DefaultIfEmpty(city.Total).Min() is var line
        ? Evaluation.Scoring.ItemScore.Text(line - city.Total) : "";
}
