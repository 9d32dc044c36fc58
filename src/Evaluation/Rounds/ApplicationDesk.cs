using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Rounds;

/// <summary>P1 组织申报: from an opened round to the closed list of applications.</summary>
public sealed class ApplicationDesk(StateStore store)
{
    public Task<Outcome<RoundRow>> OpenRound(Actor actor, string id, string name, RoundSettings settings, RuleSet rules, CancellationToken cancel) =>
        store.Change<RoundRow>(actor, Act.OpenRound, id, async state =>
        {
            if (Permissions.Check(actor, Act.OpenRound) is { } forbidden) return forbidden;
            if (await state.Rounds.FindAsync([id], cancel) is not null) return Refusal.Of(RefusalReason.AlreadyExists, $"评估轮次“{id}”已存在", $"The round '{id}' exists already.");
            if (settings.Follows is { } before && await state.Rounds.FindAsync([before], cancel) is null)
                return Refusal.Of(RefusalReason.NotFound, $"没有前一批次“{before}”", $"There is no earlier batch '{before}'.");
            var round = new RoundRow { Id = id, Name = name, Settings = CanonicalJson.Write(settings), RuleSet = rules.Text };
            state.Rounds.Add(round);
            return round;
        }, cancel);

    /// <summary>Saves a draft as far as it has come; nothing is checked yet but who, when and which version.</summary>
    /// <param name="actor">The city.</param>
    /// <param name="round">Its id.</param>
    /// <param name="city">Six-digit code.</param>
    /// <param name="form">The whole form.</param>
    /// <param name="version">What the writer last saw; null for the first draft.</param>
    /// <param name="cancel">Rolls back.</param>
    public Task<Outcome<CityRow>> Save(Actor actor, string round, int city, ApplicationForm form, int? version, CancellationToken cancel) =>
        store.Change<CityRow>(actor, Act.SaveApplication, $"{round}/{city}", async state =>
        {
            var found = await state.Round(round, actor, Act.SaveApplication, city);
            if (found.Refusal is { } refusal) return refusal;
            if (TooLate(found.Value!) is { } late) return late;
            var row = await state.Cities.FindAsync([round, city], cancel);
            if (row is null)
            {
                if ((await state.DesignatedBefore(found.Value!)).Contains(city))
                    return Refusal.Of(RefusalReason.AlreadyDesignated, "该市已在前一批次认定，不再申报", "The city was designated in an earlier batch and does not apply again.");
                row = new CityRow { RoundId = round, CityCode = city, ProvinceCode = RoundTerms.ProvinceOf(city), CityName = form.City, Form = CanonicalJson.Write(form) };
                state.Cities.Add(row);
                return row;
            }
            if (version is null) return Refusal.Of(RefusalReason.AlreadyExists, "本市已有申报，请在原件上修改", "The city has an application already; change that one.");
            if (version != row.Version) return StateStore.Conflict();
            if (row.Standing != Standing.Draft)
                return Refusal.Of(RefusalReason.StandingForbids, $"申报{Procedure.Name(row.Standing)}，不能修改；如需修改请由省级退回", $"The application is {row.Standing}; ask the province to return it.");
            row.Form = CanonicalJson.Write(form);
            return row;
        }, cancel);

    /// <summary>The city puts its seal on a form that is complete and quantified.</summary>
    public Task<Outcome<CityRow>> ConfirmByCity(Actor actor, string round, int city, int version, CancellationToken cancel) =>
        Move(actor, Act.ConfirmByCity, round, city, version, Standing.CityConfirmed, (found, row) =>
        {
            var form = CanonicalJson.Read<ApplicationForm>(row.Form);
            if (ApplicationCheck.Of(form, found.Rules()) is [var first, ..]) return first;
            row.Form = CanonicalJson.Write(form with { CityConfirmedOn = store.Today });
            return null;
        }, cancel);

    public Task<Outcome<CityRow>> ReturnToCity(Actor actor, string round, int city, int version, string reason, CancellationToken cancel) =>
        Move(actor, Act.ReturnToCity, round, city, version, Standing.Draft, (_, row) =>
        {
            if (string.IsNullOrWhiteSpace(reason)) return NoReason();
            row.Reason = reason;
            return null;
        }, cancel);

    /// <summary>The province confirms, within its quota (P01).</summary>
    public Task<Outcome<CityRow>> ConfirmByProvince(Actor actor, string round, int city, int version, ContactLine contact, CancellationToken cancel) =>
        store.Change<CityRow>(actor, Act.ConfirmByProvince, $"{round}/{city}", async state =>
        {
            var moved = await Moved(state, actor, Act.ConfirmByProvince, round, city, version, Standing.Entered, (_, row) =>
            {
                row.Form = CanonicalJson.Write(CanonicalJson.Read<ApplicationForm>(row.Form) with { ProvinceContact = contact, ProvinceConfirmedOn = store.Today });
                return null;
            });
            if (moved.Value is not { } row) return moved;
            var entered = await state.Cities.CountAsync(x => x.RoundId == round && x.ProvinceCode == row.ProvinceCode && x.Standing == Standing.Entered, cancel);
            var settings = (await state.Rounds.FindAsync([round], cancel))!.Settings();
            var quota = Quota.Check(row.ProvinceCode, entered + 1, settings.QuotaBase);
            return quota.Kept ? row : new Refusal(RefusalReason.QuotaExceeded, quota.Reason);
        }, cancel);

    /// <summary>After the deadline: confirmed applications start their creation, the others lapse.</summary>
    public Task<Outcome<RoundRow>> Close(Actor actor, string round, int version, CancellationToken cancel) =>
        store.Change<RoundRow>(actor, Act.CloseApplications, round, async state =>
        {
            var found = await state.Round(round, actor, Act.CloseApplications, version: version);
            if (found.Value is not { } row) return found;
            if (store.Today <= row.Settings().Deadline)
                return Refusal.Of(RefusalReason.TooEarly, $"申报截止日为{row.Settings().Deadline:yyyy年M月d日}，尚未到期", $"Applications are open until {row.Settings().Deadline:yyyy-MM-dd}.");
            foreach (var city in await state.CitiesOf(round, Standing.Draft, Standing.CityConfirmed, Standing.Entered))
                if (city.Move(Act.CloseApplications, city.Standing == Standing.Entered ? Standing.Creating : Standing.Lapsed) is { } refusal) return refusal;
            (row.Stage, row.CreationFrom) = (Procedure.Next(row.Stage, Act.CloseApplications), store.Today);
            return row;
        }, cancel);

    Task<Outcome<CityRow>> Move(
        Actor actor, Act act, string round, int city, int version, Standing to, Func<RoundRow, CityRow, Refusal?> also, CancellationToken cancel) =>
        store.Change(actor, act, $"{round}/{city}", state => Moved(state, actor, act, round, city, version, to, also), cancel);

    async Task<Outcome<CityRow>> Moved(
        StateContext state, Actor actor, Act act, string round, int city, int version, Standing to, Func<RoundRow, CityRow, Refusal?> also)
    {
        var found = await state.Round(round, actor, act, city);
        if (found.Refusal is { } refusal) return refusal;
        if (TooLate(found.Value!) is { } late) return late;
        var row = await state.City(round, city, version);
        if (row.Refusal is not null) return row;
        return row.Value!.Move(act, to) is { } stays ? stays : also(found.Value!, row.Value!) is { } not ? not : row;
    }

    Refusal? TooLate(RoundRow round) => store.Today <= round.Settings().Deadline ? null : Refusal.Of(RefusalReason.DeadlinePassed,
        $"申报已于{round.Settings().Deadline:yyyy年M月d日}截止", $"Applications closed on {round.Settings().Deadline:yyyy-MM-dd}.");

    internal static Refusal NoReason() => Refusal.Of(RefusalReason.ReasonMissing, "请填写理由", "State the reason.");
}
