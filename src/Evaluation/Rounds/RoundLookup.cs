using System.Collections.Concurrent;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Rounds;

/// <summary>What every act asks first: may this person, is this the stage, is this the version they saw.</summary>
static class RoundLookup
{
    // A round of the nation is some megabytes; more rounds than these are not judged at one time.
    const int MostKept = 4;

    static readonly ConcurrentDictionary<string, FrozenFigures> Figures = new(StringComparer.Ordinal);

    public static async Task<Outcome<RoundRow>> Round(this StateContext state, string id, Actor actor, Act act, int city = 0, int province = 0, int? version = null)
    {
        if (Permissions.Check(actor, act, city, city == 0 ? province : RoundTerms.ProvinceOf(city)) is { } forbidden) return forbidden;
        if (await state.Rounds.FindAsync(id) is not { } round) return Refusal.Of(RefusalReason.NotFound, $"没有评估轮次“{id}”", $"There is no round '{id}'.");
        if (Procedure.Check(round.Stage, act) is { } notNow) return notNow;
        if (version is not null && version != round.Version) return StateStore.Conflict();
        return round;
    }

    public static async Task<Outcome<CityRow>> City(this StateContext state, string round, int city, int? version = null)
    {
        if (await state.Cities.FindAsync(round, city) is not { } row) return Refusal.Of(RefusalReason.NotFound, $"本轮没有城市{city}的申报", $"City {city} takes no part in this round.");
        return version is not null && version != row.Version ? StateStore.Conflict() : row;
    }

    /// <summary>An expert judges only the cities that the ministry assigned to them.</summary>
    public static async Task<Refusal?> Unassigned(this StateContext state, Actor actor, string round, int city) =>
        actor.Role != Role.MinistryExpert || await state.Assignments.FindAsync(round, city, actor.Id) is not null ? null
            : Refusal.Of(RefusalReason.NotAssigned, "该市未分配给本专家", "The city is not assigned to this expert.");

    /// <summary>Moves the city when the table of standings allows it.</summary>
    public static Refusal? Move(this CityRow city, Act act, Standing to)
    {
        if (Procedure.Check(city.Standing, act, to) is { } refusal) return refusal;
        city.Standing = to;
        return null;
    }

    /// <summary>Cities that hold the title from the batches before this one.</summary>
    public static async Task<HashSet<int>> DesignatedBefore(this StateContext state, RoundRow round)
    {
        var designated = new HashSet<int>();
        // Batches are opened one after the other, so the chain of those before has no ring.
        for (var before = round.Settings().Follows; before is not null; before = (await state.Rounds.FindAsync(before))!.Settings().Follows)
            designated.UnionWith((await state.CitiesOf(before, Standing.Designated)).Select(city => city.CityCode));
        return designated;
    }

    /// <summary>Frozen figures never change, so reading them once is enough; their hash names them.</summary>
    public static async Task<FrozenFigures?> Frozen(this StateContext state, RoundRow round)
    {
        if (round.FrozenHash is not { } hash) return null;
        if (Figures.TryGetValue(hash, out var known)) return known;
        var row = await state.Freezes.AsNoTracking().SingleAsync(x => x.RoundId == round.Id);
        var figures = CanonicalJson.Read<FrozenFigures>(row.Figures);
        if (Figures.Count >= MostKept) Figures.Clear();
        return Figures[hash] = figures;
    }

    /// <summary>Notes the first person's proposal; a later one replaces it.</summary>
    public static async Task Propose(this StateContext state, RoundRow round, Act act, string subject, string payloadHash, Actor actor, string statement)
    {
        if (await state.Proposals.FindAsync(round.Id, act.ToString(), subject) is not { } proposal)
        {
            state.Proposals.Add(new ProposalRow { RoundId = round.Id, Act = act.ToString(), Subject = subject, PayloadHash = payloadHash, ProposedBy = actor.Id, Statement = statement });
            return;
        }
        (proposal.PayloadHash, proposal.ProposedBy, proposal.Statement) = (payloadHash, actor.Id, statement);
    }

    /// <summary>Four eyes: somebody else must have proposed exactly this.</summary>
    public static async Task<Refusal?> SecondPerson(this StateContext state, RoundRow round, Act act, string subject, string payloadHash, Actor actor)
    {
        var proposal = await state.Proposals.FindAsync(round.Id, act.ToString(), subject);
        if (proposal is null || proposal.ProposedBy == actor.Id)
            return Refusal.Of(RefusalReason.SecondPersonNeeded, "此项须由两人办理：一人提出，另一人确认", "Two persons are needed: one proposes, another confirms.");
        if (proposal.PayloadHash != payloadHash)
            return Refusal.Of(RefusalReason.ProposalDiffers, "确认的内容与提出的内容不一致，请核对后重新提出", "What is confirmed is not what was proposed; propose it again.");
        state.Proposals.Remove(proposal);
        return null;
    }

    public static Task<List<CityRow>> CitiesOf(this StateContext state, string round, params Standing[] standings) =>
        state.Cities.Where(city => city.RoundId == round && standings.Contains(city.Standing)).OrderBy(city => city.CityCode).ToListAsync();
}
