using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Rounds;

/// <summary>Reads what rounds hold. Who may see it is the caller's business; it changes nothing.</summary>
public sealed class RoundRegister(StateStore store)
{
    public DateOnly Today => store.Today;

    /// <summary>The newest first.</summary>
    public Task<List<RoundRow>> Rounds() => store.Read(async state =>
    {
        var rounds = await state.Rounds.ToListAsync();
        return rounds.OrderByDescending(x => x.Settings().Deadline).ThenByDescending(x => x.Id, StringComparer.Ordinal).ToList();
    });

    public Task<RoundRow?> Round(string round) => store.Read(async state => await state.Rounds.FindAsync(round));

    public Task<FrozenFigures?> Frozen(RoundRow round) => store.Read(state => state.Frozen(round));

    public Task<List<CityRow>> Cities(string round) => store.Read(state => state.Cities.Where(x => x.RoundId == round).OrderBy(x => x.CityCode).ToListAsync());

    public Task<CityRow?> City(string round, int city) => store.Read(async state => await state.Cities.FindAsync(round, city));

    public Task<List<AssignmentRow>> Assignments(string round) => store.Read(state => state.Assignments.Where(x => x.RoundId == round).ToListAsync());

    /// <summary>What persons entered for a city, drafts included.</summary>
    public Task<List<ScoreRow>> Entries(string round, int city) => store.Read(state => state.Scores.Where(x => x.RoundId == round && x.CityCode == city).ToListAsync());

    /// <summary>Which levels have submitted anything for which cities; before that a level's column only repeats the rules.</summary>
    public Task<HashSet<(int City, ScoreColumn Column)>> Submitted(string round) => store.Read(async state =>
        (await state.Scores.Where(x => x.RoundId == round && !x.Draft).Select(x => new { x.CityCode, x.ScoreColumn }).Distinct().ToListAsync()).Select(x => (x.CityCode, x.ScoreColumn)).ToHashSet());

    /// <summary>A city's score in every column, and the one that follows from the figures alone; empty before the freeze.</summary>
    public Task<RoundScores?> Scores(string round, int city) => store.Read(async state =>
    {
        if (await state.Rounds.FindAsync(round) is not { } row || await state.Frozen(row) is not { } frozen) return null;
        var columns = new Dictionary<ScoreColumn, CityScore>();
        foreach (var column in Enum.GetValues<ScoreColumn>())
            if ((await Reviews.ScoringDesk.ScoresOf(state, row, column, new HashSet<int> { city })).SingleOrDefault() is { } score) columns[column] = score;
        return columns.Count == 0 ? null : new RoundScores(CityScore.Of(row.Rules(), frozen, city), columns);
    });

    public Task<List<EvidenceRow>> Evidence(string round, int city) =>
        store.Read(state => state.Evidence.Where(x => x.RoundId == round && x.CityCode == city).OrderBy(x => x.Item).ThenBy(x => x.Kind).ThenBy(x => x.Sha256).ToListAsync());

    public Task<List<SampleRow>> Samples(string round, int city) => store.Read(state => state.Samples.Where(x => x.RoundId == round && x.CityCode == city).OrderBy(x => x.Id).ToListAsync());

    public Task<SampleRow?> Sample(string sample) => store.Read(async state => await state.Samples.FindAsync(sample));

    public Task<List<PublicityRow>> Publicity(string round) => store.Read(state => state.Publicity.Where(x => x.RoundId == round).OrderBy(x => x.ProvinceCode).ToListAsync());

    public Task<List<ObjectionRow>> Objections(string round) => store.Read(state => state.Objections.Where(x => x.RoundId == round).OrderBy(x => x.Id).ToListAsync());

    public Task<List<ViolationRow>> Violations(string round) => store.Read(state => state.Violations.Where(x => x.RoundId == round).OrderBy(x => x.Id).ToListAsync());

    /// <summary>First halves of acts by two persons that wait for the second.</summary>
    public Task<List<ProposalRow>> Proposals(string round) => store.Read(state => state.Proposals.Where(x => x.RoundId == round).ToListAsync());

    /// <summary>What was done in a round, or to one of its cities, the latest first.</summary>
    public Task<List<AuditRow>> History(string round, int? city = null, int most = 50) => store.Read(state =>
    {
        var (whole, below) = city is { } code ? ($"{round}/{code}", $"{round}/{code}/") : (round, round + "/");
        return state.Audit.Where(x => x.Subject == whole || x.Subject.StartsWith(below)).OrderByDescending(x => x.Sequence).Take(most).ToListAsync();
    });
}

/// <summary>A city's scores side by side: by the rules alone, and by each level.</summary>
public sealed record RoundScores(CityScore Automatic, IReadOnlyDictionary<ScoreColumn, CityScore> Columns);
