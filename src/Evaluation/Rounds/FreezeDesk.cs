using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Rounds;

/// <summary>
/// The freeze that starts the review: the figures of one release are taken into the round once, by two persons. What a later release
/// says otherwise is shown beside them and never mixed in.
/// </summary>
public sealed class FreezeDesk(StateStore store)
{
    public Task<Outcome<string>> Propose(Actor actor, string round, IFigures figures, Month month, CancellationToken cancel) =>
        store.Change<string>(actor, Act.ProposeFreeze, round, async state =>
        {
            var found = await state.Round(round, actor, Act.ProposeFreeze);
            if (found.Refusal is { } refusal) return refusal;
            if (TooEarly(found.Value!) is { } early) return early;
            var hash = CanonicalJson.Hash(await Take(state, found.Value!, figures, month));
            await state.Propose(found.Value!, Act.Freeze, round, hash, actor, $"{month} {figures.Release}");
            return hash;
        }, cancel);

    public Task<Outcome<RoundRow>> Freeze(Actor actor, string round, int version, IFigures figures, Month month, CancellationToken cancel) =>
        store.Change<RoundRow>(actor, Act.Freeze, round, async state =>
        {
            var found = await state.Round(round, actor, Act.Freeze, version: version);
            if (found.Value is not { } row) return found;
            if (TooEarly(row) is { } early) return early;
            var frozen = await Take(state, row, figures, month);
            var hash = CanonicalJson.Hash(frozen);
            if (await state.SecondPerson(row, Act.Freeze, round, hash, actor) is { } refusal) return refusal;
            state.Freezes.Add(new FreezeRow { RoundId = round, Figures = CanonicalJson.Write(frozen), Definitions = figures.DefinitionTexts });
            (row.Stage, row.FrozenHash) = (Procedure.Next(row.Stage, Act.Freeze), hash);
            return row;
        }, cancel);

    /// <summary>Frozen figures that this release states otherwise; empty before the freeze.</summary>
    public Task<IReadOnlyList<FigureRevision>> Revisions(string round, IFigures later) =>
        store.Read<IReadOnlyList<FigureRevision>>(async state => await state.Rounds.FindAsync(round) is { } row && await state.Frozen(row) is { } frozen ? frozen.Revisions(later) : []);

    static async Task<FrozenFigures> Take(StateContext state, RoundRow round, IFigures figures, Month month) =>
        FrozenFigures.Take(figures, round.Rules(), (await state.CitiesOf(round.Id, Standing.Creating)).Select(city => city.CityCode), month);

    Refusal? TooEarly(RoundRow round)
    {
        var first = round.CreationFrom!.Value.AddMonths(round.Settings().CreationMonths);
        return store.Today >= first ? null : Refusal.Of(RefusalReason.TooEarly,
            $"创建自{round.CreationFrom:yyyy年M月d日}起须满{round.Settings().CreationMonths}个月，{first:yyyy年M月d日}起方可评估", $"Creation must last {round.Settings().CreationMonths} months; review may start on {first:yyyy-MM-dd}.");
    }
}
