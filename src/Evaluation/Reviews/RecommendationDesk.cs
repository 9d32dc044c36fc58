using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;

namespace DemoCityAnalytics.Evaluation.Reviews;

/// <summary>From scores to lists: a province recommends within its places, the ministry proposes the national list.</summary>
public sealed class RecommendationDesk(StateStore store)
{
    /// <summary>The cities of a province by their provincial score, with the quota line and the rank's sensitivity to weights.</summary>
    public Task<IReadOnlyList<RankedCity>> Ranking(string round, int province) => store.Read<IReadOnlyList<RankedCity>>(async state =>
        await state.Rounds.FindAsync(round) is { FrozenHash: not null } row ? await Ranked(state, row, province) : []);

    /// <summary>择优推荐: the best by score; passing over a better one needs a reason.</summary>
    public Task<Outcome<IReadOnlyList<int>>> Recommend(Actor actor, string round, int province, IReadOnlyList<int> cities, string reasonForSkipping, CancellationToken cancel) =>
        store.Change<IReadOnlyList<int>>(actor, Act.Recommend, $"{round}/{province}", async state =>
        {
            var found = await state.Round(round, actor, Act.Recommend, province: province);
            if (found.Refusal is { } refusal) return refusal;
            var places = found.Value!.Settings().PlacesOf(province);
            if (cities.Count > places)
                return Refusal.Of(RefusalReason.PlacesExceeded, $"推荐{cities.Count}个，超出分配名额{places}个", $"{cities.Count} are recommended, {places} places were assigned.");
            var ranked = await Ranked(state, found.Value!, province);
            if (ranked.FirstOrDefault(city => city.Vetoed && cities.Contains(city.City)) is { } vetoed) return Veto(vetoed.City);
            var worst = ranked.Where(city => cities.Contains(city.City)).Select(city => city.Total).DefaultIfEmpty().Min();
            if (string.IsNullOrWhiteSpace(reasonForSkipping) && ranked.FirstOrDefault(city => !city.Vetoed && city.Total > worst && !cities.Contains(city.City)) is { } skipped)
                return Refusal.Of(RefusalReason.RankSkipped, $"得分更高的{skipped.City}未列入推荐，请说明理由", $"City {skipped.City} scores higher and is left out; state the reason.");
            if (await Incomplete(state, found.Value!, ScoreColumn.Province, cities) is { } incomplete) return incomplete;
            foreach (var code in cities)
            {
                var city = await state.City(round, code);
                if (city.Refusal is { } unknown) return unknown;
                if (city.Value!.ProvinceCode != province) return Refusal.Of(RefusalReason.NotYourArea, "只能推荐本省城市", "Only cities of the province.");
                if (city.Value.Move(Act.Recommend, Standing.Recommended) is { } stays) return stays;
                city.Value.Reason = reasonForSkipping;
            }
            return new Outcome<IReadOnlyList<int>>(cities, null);
        }, cancel);

    /// <summary>P3 → P4: every provincial publicity is over and every objection handled.</summary>
    public Task<Outcome<RoundRow>> StartEvaluation(Actor actor, string round, int version, CancellationToken cancel) =>
        store.Change<RoundRow>(actor, Act.StartEvaluation, round, async state =>
        {
            var found = await state.Round(round, actor, Act.StartEvaluation, version: version);
            if (found.Value is not { } row) return found;
            var recommended = await state.CitiesOf(round, Standing.Recommended);
            foreach (var province in recommended.Select(city => city.ProvinceCode).Distinct())
                if (await PublicityDesk.NotOver(state, round, province, store.Today) is { } running) return running;
            foreach (var city in await state.CitiesOf(round, Standing.Creating))
                if (city.Move(Act.StartEvaluation, Standing.NotRecommended) is { } refusal) return refusal;
            row.Stage = Procedure.Next(row.Stage, Act.StartEvaluation);
            return row;
        }, cancel);

    /// <summary>P4 → P5: the list of cities to be designated, within the places of the programme.</summary>
    public Task<Outcome<RoundRow>> ProposeList(Actor actor, string round, int version, IReadOnlyList<int> cities, CancellationToken cancel) =>
        store.Change<RoundRow>(actor, Act.ProposeList, round, async state =>
        {
            var found = await state.Round(round, actor, Act.ProposeList, version: version);
            if (found.Value is not { } row) return found;
            var (places, taken) = (row.Settings().NationalPlaces, (await state.DesignatedBefore(row)).Count);
            if (cities.Count + taken > places)
                return Refusal.Of(RefusalReason.PlacesExceeded,
                    $"拟认定{cities.Count}个，超出全国名额{places}个{(taken == 0 ? "" : $"中尚余的{places - taken}个（前面批次已认定{taken}个）")}",
                    $"{cities.Count} are proposed, there are {places} places{(taken == 0 ? "" : $", {taken} of them taken by earlier batches")}.");
            var recommended = await state.CitiesOf(round, Standing.Recommended);
            if (cities.Except(recommended.Select(city => city.CityCode)).FirstOrDefault() is > 0 and var stranger)
                return Refusal.Of(RefusalReason.StandingForbids, $"{stranger}未经省级推荐", $"City {stranger} was not recommended.");
            if (await Incomplete(state, row, ScoreColumn.Ministry, [.. recommended.Select(city => city.CityCode)]) is { } incomplete) return incomplete;
            if ((await ScoringDesk.ScoresOf(state, row, ScoreColumn.Ministry)).FirstOrDefault(score => score.Vetoed && cities.Contains(score.City)) is { } vetoed) return Veto(vetoed.City);
            foreach (var city in recommended)
                if (city.Move(Act.ProposeList, cities.Contains(city.CityCode) ? Standing.Proposed : Standing.NotProposed) is { } refusal) return refusal;
            row.Stage = Procedure.Next(row.Stage, Act.ProposeList);
            return row;
        }, cancel);

    static async Task<IReadOnlyList<RankedCity>> Ranked(StateContext state, RoundRow round, int province)
    {
        // Disqualified cities have left the competition.
        var inside = (await state.CitiesOf(round.Id, Standing.Creating, Standing.Recommended)).Where(city => city.ProvinceCode == province).Select(city => city.CityCode).ToHashSet();
        var scores = await ScoringDesk.ScoresOf(state, round, ScoreColumn.Province, inside);
        return Programme.Ranking.Of(round.Rules(), scores, round.Settings().PlacesOf(province));
    }

    static async Task<Refusal?> Incomplete(StateContext state, RoundRow round, ScoreColumn column, IReadOnlyList<int> cities)
    {
        var open = (await ScoringDesk.ScoresOf(state, round, column, cities.ToHashSet())).FirstOrDefault(score => score.Count(ScoreStatus.Expert) > 0);
        return open is null ? null : Refusal.Of(RefusalReason.ScoresIncomplete,
            $"{open.City}还有{open.Count(ScoreStatus.Expert)}项未评分", $"City {open.City} has {open.Count(ScoreStatus.Expert)} items without a score.");
    }

    static Refusal Veto(int city) => Refusal.Of(RefusalReason.Vetoed, $"{city}触发一票否决，不得列入名单", $"City {city} fell under a veto and cannot be listed.");
}
