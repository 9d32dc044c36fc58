using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Reviews;

/// <summary>One line of a score sheet.</summary>
/// <param name="Version">What the writer last saw, 0 for nothing; null writes over whatever is there.</param>
public sealed record SheetEntry(string Item, decimal? Entered, string Reason, int? Version = null);

/// <summary>Scores by persons (P3, P4): drafts saved field by field, submitted with reason and evidence, one column per level.</summary>
public sealed class ScoringDesk(StateStore store)
{
    public static ScoreColumn ColumnOf(Role role) => role switch { Role.City => ScoreColumn.Self, Role.Province => ScoreColumn.Province, _ => ScoreColumn.Ministry };

    /// <summary>Saves what has been typed so far; it counts only when submitted.</summary>
    /// <param name="actor">Writes into the column of their level.</param>
    /// <param name="round">Its id.</param>
    /// <param name="city">Who is scored.</param>
    /// <param name="item">An item of the round's rule set.</param>
    /// <param name="entered">Points, or the count that the item's rule asks for; null while open.</param>
    /// <param name="reason">May still be empty in a draft.</param>
    /// <param name="version">What the writer last saw; null for the first draft.</param>
    /// <param name="cancel">Rolls back.</param>
    public Task<Outcome<ScoreRow>> Save(Actor actor, string round, int city, string item, decimal? entered, string reason, int? version, CancellationToken cancel) =>
        store.Change<ScoreRow>(actor, Act.SaveScore, Subject(actor, round, city, item), async state =>
        {
            var found = await May(state, actor, Act.SaveScore, round, city);
            if (found.Refusal is { } refusal) return refusal;
            var row = await state.Scores.FindAsync([round, city, item, ColumnOf(actor.Role)], cancel);
            if (row is not null && version != row.Version) return StateStore.Conflict();
            return Put(state, found.Value!, actor, city, new SheetEntry(item, entered, reason), row);
        }, cancel);

    /// <summary>Saves many items of a city at once, or none when one of them was changed by somebody else.</summary>
    public Task<Outcome<int>> SaveSheet(Actor actor, string round, int city, IReadOnlyList<SheetEntry> entries, CancellationToken cancel) =>
        store.Change<int>(actor, Act.SaveScore, Subject(actor, round, city, "*"), async state =>
        {
            var found = await May(state, actor, Act.SaveScore, round, city);
            if (found.Refusal is { } refusal) return refusal;
            var column = ColumnOf(actor.Role);
            var rows = await state.Scores.Where(x => x.RoundId == round && x.CityCode == city && x.ScoreColumn == column).ToDictionaryAsync(x => x.Item, StringComparer.Ordinal, cancel);
            foreach (var entry in entries)
            {
                if (entry.Version is { } seen && seen != (rows.GetValueOrDefault(entry.Item)?.Version ?? 0)) return StateStore.Conflict();
                if (Put(state, found.Value!, actor, city, entry, rows.GetValueOrDefault(entry.Item)).Refusal is { } not) return not;
            }
            return entries.Count;
        }, cancel);

    static Outcome<ScoreRow> Put(StateContext state, RoundRow round, Actor actor, int city, SheetEntry entry, ScoreRow? row)
    {
        if (Range(round.Rules(), entry.Item, entry.Entered) is { } outside) return outside;
        if (row is null)
        {
            row = new ScoreRow { RoundId = round.Id, CityCode = city, Item = entry.Item, ScoreColumn = ColumnOf(actor.Role) };
            state.Scores.Add(row);
        }
        (row.Entered, row.Reason, row.Draft, row.Author) = (entry.Entered, entry.Reason, true, actor.Id);
        return row;
    }

    /// <summary>Makes a draft count. Refused without points, without a reason, or without the papers.</summary>
    public Task<Outcome<ScoreRow>> Submit(Actor actor, string round, int city, string item, int version, CancellationToken cancel) =>
        store.Change<ScoreRow>(actor, Act.SubmitScore, Subject(actor, round, city, item), async state =>
        {
            var found = await May(state, actor, Act.SubmitScore, round, city);
            if (found.Refusal is { } refusal) return refusal;
            if (await state.Scores.FindAsync([round, city, item, ColumnOf(actor.Role)], cancel) is not { } row)
                return Refusal.Of(RefusalReason.NotFound, "该项尚无评分草稿", "There is no draft for this item.");
            if (version != row.Version) return StateStore.Conflict();
            var papers = await state.Evidence.Where(x => x.RoundId == round && x.CityCode == city && x.Item == item).ToListAsync(cancel);
            return Count(found.Value!, row, papers, actor) is { } not ? not : row;
        }, cancel);

    /// <summary>Submits every draft of a city in the actor's column, or none.</summary>
    public Task<Outcome<int>> SubmitSheet(Actor actor, string round, int city, CancellationToken cancel) =>
        store.Change<int>(actor, Act.SubmitScore, Subject(actor, round, city, "*"), async state =>
        {
            var found = await May(state, actor, Act.SubmitScore, round, city);
            if (found.Refusal is { } refusal) return refusal;
            var column = ColumnOf(actor.Role);
            var drafts = await state.Scores.Where(x => x.RoundId == round && x.CityCode == city && x.ScoreColumn == column && x.Draft).OrderBy(x => x.Item).ToListAsync(cancel);
            var papers = (await state.Evidence.Where(x => x.RoundId == round && x.CityCode == city).ToListAsync(cancel)).ToLookup(x => x.Item, StringComparer.Ordinal);
            foreach (var draft in drafts)
                if (Count(found.Value!, draft, [.. papers[draft.Item]], actor) is { } not) return not;
            return drafts.Count;
        }, cancel);

    Refusal? Count(RoundRow round, ScoreRow row, IReadOnlyCollection<EvidenceRow> papers, Actor actor)
    {
        if (row.Entered is null) return Refusal.Of(RefusalReason.PointsOutOfRange, $"{row.Item}尚未填写分数", $"{row.Item}: no points are entered.");
        if (string.IsNullOrWhiteSpace(row.Reason)) return ApplicationDesk.NoReason();
        if (EvidenceFile.Missing(round.Rules(), row.Item, papers, store.Today) is { Count: > 0 } missing)
            return Refusal.Of(RefusalReason.EvidenceMissing, $"{row.Item}缺少佐证材料：{string.Join("、", missing)}", $"{row.Item}: evidence is missing: {string.Join(", ", missing)}.");
        (row.Draft, row.Author) = (false, actor.Id);
        return null;
    }

    /// <summary>The scores of the round's cities in one column: rules over the frozen figures, and what was submitted.</summary>
    public Task<IReadOnlyList<CityScore>> Scores(string round, ScoreColumn column) => store.Read(async state =>
        await state.Rounds.FindAsync(round) is { FrozenHash: not null } row ? await ScoresOf(state, row, column) : []);

    internal static async Task<IReadOnlyList<CityScore>> ScoresOf(StateContext state, RoundRow round, ScoreColumn column, IReadOnlySet<int>? only = null)
    {
        var (rules, frozen) = (round.Rules(), (await state.Frozen(round))!);
        var manual = (await state.Scores.Where(x => x.RoundId == round.Id && x.ScoreColumn == column && !x.Draft && (only == null || only.Contains(x.CityCode))).ToListAsync())
            .GroupBy(x => x.CityCode)
            .ToDictionary(x => x.Key, x => (IReadOnlyDictionary<string, ManualScore>)x.ToDictionary(score => score.Item, score => new ManualScore(score.Entered!.Value, score.Reason), StringComparer.Ordinal));
        return CityScore.All(rules, frozen, manual, only);
    }

    static async Task<Outcome<RoundRow>> May(StateContext state, Actor actor, Act act, string round, int city)
    {
        var found = await state.Round(round, actor, act, city);
        if (found.Value is not { } row) return found;
        if (actor.Role != Role.City && actor.Belongs(city))
            return Refusal.Of(RefusalReason.OwnCity, "不得为本人所在城市评分", "Nobody scores their own city.");
        if (await state.Unassigned(actor, round, city) is { } unassigned) return unassigned;
        var column = ColumnOf(actor.Role);
        // Self and province score in P3, the ministry in P4; a column that is over stays as it is.
        if (column != ScoreColumn.Ministry && row.Stage > Stage.ProvincialReview)
            return Refusal.Of(RefusalReason.Frozen, "自评和省评已于部级评估开始时冻结", "Self and provincial scores were frozen when the ministry's evaluation began.");
        if (column == ScoreColumn.Ministry && row.Stage < Stage.MinistryEvaluation)
            return Refusal.Of(RefusalReason.StageForbids, "部级评估尚未开始", "The ministry's evaluation has not begun.");
        var standing = await state.City(round, city);
        if (standing.Refusal is { } refusal) return refusal;
        return standing.Value!.Standing is Standing.Creating or Standing.Recommended ? row
            : Refusal.Of(RefusalReason.StandingForbids, $"该市当前为“{Procedure.Name(standing.Value.Standing)}”，不再评分", $"The city is {standing.Value.Standing}; it is not scored any more.");
    }

    static Refusal? Range(RuleSet rules, string item, decimal? entered)
    {
        var known = rules.Evidence.Select(x => (x.Id, Most: x.Score is null ? x.Points : decimal.MaxValue))
            .Concat(rules.Items.Where(x => x.Points > 0).Select(x => (x.Id, Most: x.Points))).ToDictionary(x => x.Id, x => x.Most, StringComparer.Ordinal);
        if (!known.TryGetValue(item, out var most)) return Refusal.Of(RefusalReason.UnknownItem, $"本轮规则中没有可评分项“{item}”", $"The rule set has no item '{item}' that can be scored.");
        return entered is { } points && (points < 0 || points > most || decimal.Round(points, 2, MidpointRounding.ToZero) != points)
            ? Refusal.Of(RefusalReason.PointsOutOfRange, $"该项应填0至{(most == decimal.MaxValue ? "若干" : ItemScore.Text(most))}，最多两位小数", $"Expected 0 to {(most == decimal.MaxValue ? "any count" : ItemScore.Text(most))} with at most two decimals.")
            : null;
    }

    static string Subject(Actor actor, string round, int city, string item) => $"{round}/{city}/{item}/{ColumnOf(actor.Role)}";
}
