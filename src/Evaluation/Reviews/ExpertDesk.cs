using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;

namespace DemoCityAnalytics.Evaluation.Reviews;

/// <summary>Which expert judges which city.</summary>
public sealed class ExpertDesk(StateStore store)
{
    /// <param name="actor">The ministry.</param>
    /// <param name="round">Its id.</param>
    /// <param name="city">A city of the round.</param>
    /// <param name="expert">Account name of the expert.</param>
    /// <param name="homeCity">The city the expert is on loan from; null when there is none.</param>
    /// <param name="cancel">Rolls back.</param>
    public Task<Outcome<AssignmentRow>> Assign(Actor actor, string round, int city, string expert, int? homeCity, CancellationToken cancel) =>
        store.Change<AssignmentRow>(actor, Act.AssignExpert, $"{round}/{city}/{expert}", async state =>
        {
            var found = await state.Round(round, actor, Act.AssignExpert, city);
            if (found.Refusal is { } refusal) return refusal;
            if ((await state.City(round, city)).Refusal is { } unknown) return unknown;
            if (homeCity == city) return Refusal.Of(RefusalReason.OwnCity, "不得为本人所在城市评分", "Nobody scores their own city.");
            if (await state.Assignments.FindAsync([round, city, expert], cancel) is not null)
                return Refusal.Of(RefusalReason.AlreadyExists, $"该市已分配给专家“{expert}”", $"The city is assigned to '{expert}' already.");
            var row = new AssignmentRow { RoundId = round, CityCode = city, Expert = expert };
            state.Assignments.Add(row);
            return row;
        }, cancel);
}
