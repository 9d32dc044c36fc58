using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Reviews;

/// <summary>公示: a list is public for some days, objections are recorded by hash, handled, and may strike a city from the list.</summary>
public sealed class PublicityDesk(StateStore store)
{
    /// <param name="actor">The province, or the ministry for the nation.</param>
    /// <param name="round">Its id.</param>
    /// <param name="province">Whose list; 0 for the national one.</param>
    /// <param name="firstDay">Not in the past.</param>
    /// <param name="lastDay">Included.</param>
    /// <param name="cancel">Rolls back.</param>
    public Task<Outcome<PublicityRow>> Publicise(Actor actor, string round, int province, DateOnly firstDay, DateOnly lastDay, CancellationToken cancel) =>
        store.Change<PublicityRow>(actor, Act.Publicise, $"{round}/{province}", async state =>
        {
            var found = await state.Round(round, actor, Act.Publicise, province: province);
            if (found.Refusal is { } refusal) return refusal;
            if (Level(actor, found.Value!, province) is { } wrong) return wrong;
            if (await state.Publicity.FindAsync([round, province], cancel) is not null)
                return Refusal.Of(RefusalReason.AlreadyExists, "名单已公示", "The list is public already.");
            var days = found.Value!.Settings().PublicityDays;
            if (firstDay < store.Today || lastDay.DayNumber - firstDay.DayNumber + 1 < days)
                return Refusal.Of(RefusalReason.TooEarly, $"公示应自今日起，不少于{days}日", $"Publicity starts today or later and lasts at least {days} days.");
            var cities = province == 0
                ? await state.CitiesOf(round, Standing.Proposed)
                : [.. (await state.CitiesOf(round, Standing.Recommended)).Where(city => city.ProvinceCode == province)];
            if (cities.Count == 0) return Refusal.Of(RefusalReason.NotFound, "没有可公示的城市", "There is no city to publicise.");
            var row = new PublicityRow { RoundId = round, ProvinceCode = province, FirstDay = firstDay, LastDay = lastDay, Cities = CanonicalJson.Write(cities.Select(city => city.CityCode).ToList()) };
            state.Publicity.Add(row);
            return row;
        }, cancel);

    /// <param name="actor">Anybody.</param>
    /// <param name="id">Number of the objection, given by the receiving office.</param>
    /// <param name="round">Its id.</param>
    /// <param name="province">Whose list; 0 for the national one.</param>
    /// <param name="city">Whom it concerns.</param>
    /// <param name="subject">In a few words, without names of persons.</param>
    /// <param name="sha256">Of the paper, which stays with the receiving office.</param>
    /// <param name="cancel">Rolls back.</param>
    public Task<Outcome<ObjectionRow>> Object(Actor actor, string id, string round, int province, int city, string subject, string sha256, CancellationToken cancel) =>
        store.Change<ObjectionRow>(actor, Act.RaiseObjection, $"{round}/{province}/{city}", async state =>
        {
            if (await Closed(state, actor, round, province, city) is { } refusal) return refusal;
            if (string.IsNullOrWhiteSpace(subject)) return ApplicationDesk.NoReason();
            if (await state.Objections.FindAsync([id], cancel) is not null) return Refusal.Of(RefusalReason.AlreadyExists, $"异议“{id}”已登记", $"The objection '{id}' is recorded already.");
            var row = new ObjectionRow { Id = id, RoundId = round, ProvinceCode = province, CityCode = city, ReceivedOn = store.Today, Subject = subject, Sha256 = sha256 };
            state.Objections.Add(row);
            return row;
        }, cancel);

    /// <summary>Why nobody can object to this city now; null when anybody can.</summary>
    public Task<Refusal?> Closed(Actor actor, string round, int province, int city) => store.Read(state => Closed(state, actor, round, province, city));

    async Task<Refusal?> Closed(StateContext state, Actor actor, string round, int province, int city)
    {
        var found = await state.Round(round, actor, Act.RaiseObjection, city);
        if (found.Refusal is { } refusal) return refusal;
        if (await state.Publicity.FindAsync(round, province) is not { } list || !list.Listed().Contains(city))
            return Refusal.Of(RefusalReason.PublicityMissing, "该市不在公示名单中", "The city is on no public list.");
        if (store.Today < list.FirstDay) return Refusal.Of(RefusalReason.TooEarly, "公示尚未开始", "Publicity has not begun.");
        return store.Today <= list.LastDay ? null
            : Refusal.Of(RefusalReason.DeadlinePassed, $"公示期已于{list.LastDay:yyyy年M月d日}结束", $"Publicity ended on {list.LastDay:yyyy-MM-dd}.");
    }

    public Task<Outcome<ObjectionRow>> Handle(Actor actor, string id, ObjectionResult result, string handling, int version, CancellationToken cancel) =>
        store.Change<ObjectionRow>(actor, Act.HandleObjection, id, async state =>
        {
            if (await state.Objections.FindAsync([id], cancel) is not { } row) return Refusal.Of(RefusalReason.NotFound, $"没有异议“{id}”", $"There is no objection '{id}'.");
            var found = await state.Round(row.RoundId, actor, Act.HandleObjection, province: row.ProvinceCode);
            if (found.Refusal is { } refusal) return refusal;
            if (Level(actor, found.Value!, row.ProvinceCode) is { } wrong) return wrong;
            if (actor.Belongs(row.CityCode)) return Refusal.Of(RefusalReason.OwnCity, "不得处理针对本人所在城市的异议", "Nobody handles an objection to their own city.");
            if (version != row.Version) return StateStore.Conflict();
            if (row.Result != ObjectionResult.Open || result == ObjectionResult.Open)
                return Refusal.Of(RefusalReason.StandingForbids, "异议已办结", "The objection is closed.");
            if (string.IsNullOrWhiteSpace(handling)) return ApplicationDesk.NoReason();
            (row.Result, row.Handling) = (result, handling);
            if (result == ObjectionResult.NotUpheld) return row;
            var city = await state.City(row.RoundId, row.CityCode);
            if (city.Refusal is { } unknown) return unknown;
            if (city.Value!.Move(Act.HandleObjection, Standing.StruckByObjection) is { } stays) return stays;
            city.Value!.Reason = handling;
            return row;
        }, cancel);

    /// <summary>Null when the list was public for its whole time and no objection is open.</summary>
    internal static async Task<Refusal?> NotOver(StateContext state, string round, int province, DateOnly today)
    {
        if (await state.Publicity.FindAsync(round, province) is not { } list)
            return Refusal.Of(RefusalReason.PublicityMissing, province == 0 ? "拟认定名单尚未公示" : $"{province}的推荐名单尚未公示", $"The list of {(province == 0 ? "the nation" : province)} was not made public.");
        if (today <= list.LastDay) return Refusal.Of(RefusalReason.PublicityRunning, $"公示期至{list.LastDay:yyyy年M月d日}，尚未结束", $"Publicity runs until {list.LastDay:yyyy-MM-dd}.");
        return await state.Objections.AnyAsync(x => x.RoundId == round && x.ProvinceCode == province && x.Result == ObjectionResult.Open)
            ? Refusal.Of(RefusalReason.ObjectionOpen, "尚有异议未办结", "An objection is still open.")
            : null;
    }

    /// <summary>The national list belongs to the ministry in P5, a provincial one to its province in P3.</summary>
    static Refusal? Level(Actor actor, RoundRow round, int province)
    {
        if (actor.Role == Role.Ministry != (province == 0))
            return Refusal.Of(RefusalReason.NotYourArea, "省级名单由本省公示，全国名单由部里公示", "A province publicises its own list, the ministry the national one.");
        return round.Stage == Stage.Publicity == (province == 0) ? null
            : Refusal.Of(RefusalReason.StageForbids, $"本轮处于“{Procedure.Name(round.Stage)}”阶段，不能公示该名单", $"The round is in {round.Stage}; this list cannot be public now.");
    }
}
