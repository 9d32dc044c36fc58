using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.Supervision;
using DemoCityAnalytics.Warehouse.Areas;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Rehearsal;

/// <summary>
/// Plays the whole programme on a made-up nation, from application to withdrawal: every stage and standing is reached, every rule's
/// refusal is seen. One province exceeds its quota, one city has an objection upheld, one report is falsified, one city declines
/// after its designation.
/// </summary>
public sealed partial class ProgrammeRehearsal
{
    /// <summary>Id of the rehearsed round.</summary>
    public const string Round = "2026-R1";

    readonly RehearsalScript script = new();
    readonly RehearsalClock clock;
    readonly RuleSet rules = RuleSet.Illustrative();
    readonly SyntheticNation nation = new();
    readonly SyntheticFigures figures;
    readonly StateStore store;
    readonly ApplicationDesk applications;
    readonly FreezeDesk freeze;
    readonly EvidenceFile evidence;
    readonly ScoringDesk scoring;
    readonly CheckDesk checks;
    readonly ExpertDesk experts;
    readonly ReportDesk reports;
    readonly RecommendationDesk recommendations;
    readonly PublicityDesk publicity;
    readonly DesignationDesk designation;

    readonly Actor operatorOnDuty = new("operator-1", Role.Operator);
    readonly Actor officer = new("ministry-1", Role.Ministry);
    readonly Actor secondOfficer = new("ministry-2", Role.Ministry);
    readonly Actor citizen = new("citizen", Role.Public);

    // The cast: who exceeds the quota, who falsified, who is objected to, who declines, whose figure vetoes.
    ApplyingProvince OverQuota => nation.Provinces.Single(x => x.Divisions.Code == SyntheticNation.FullProvince);
    Area Falsifier => nation.Provinces.Single(x => x.Divisions.Name == "河北省").Cities[0];
    ApplyingProvince Vetoed => nation.Provinces.Single(x => x.Divisions.Name == "山西省");
    readonly List<int> recommended = [];
    readonly List<int> proposed = [];

    ProgrammeRehearsal(StateStore store, RehearsalClock clock)
    {
        (this.store, this.clock) = (store, clock);
        applications = new(store);
        freeze = new(store);
        evidence = new(store);
        scoring = new(store);
        checks = new(store);
        experts = new(store);
        reports = new(store);
        recommendations = new(store);
        publicity = new(store);
        designation = new(store);
        figures = new SyntheticFigures(rules, nation.Cities, "rehearsal").Corrected("R1-synthetic", VetoFigure());
    }

    /// <param name="open">Gives an empty store that runs on the rehearsal's clock.</param>
    /// <param name="cancel">Stops between two acts.</param>
    public static async Task<RehearsalScript> Play(Func<TimeProvider, Task<StateStore>> open, CancellationToken cancel)
    {
        var clock = new RehearsalClock(new DateOnly(2026, 3, 2));
        var rehearsal = new ProgrammeRehearsal(await open(clock), clock);
        try
        {
            foreach (var part in new Func<CancellationToken, Task>[]
            {
                rehearsal.Apply, rehearsal.Create, rehearsal.ReviewByProvinces, rehearsal.EvaluateByMinistry, rehearsal.Designate, rehearsal.Supervise, rehearsal.OpenSecondBatch, rehearsal.LookBack,
            })
            {
                await part(cancel);
                await rehearsal.Note();
            }
            rehearsal.Everything();
        }
        catch (RehearsalStoppedException)
        {
            // The refused step is in the script and counted as unexpected; nothing after it would mean anything.
        }
        return rehearsal.script;
    }

    readonly HashSet<Stage> stages = [];
    readonly HashSet<Standing> standings = [];

    async Task Note()
    {
        stages.Add((await store.Read(state => state.Rounds.SingleAsync(x => x.Id == Round))).Stage);
        standings.UnionWith(await store.Read(state => state.Cities.Select(x => x.Standing).Distinct().ToListAsync()));
    }

    void Everything()
    {
        script.Holds("经历的阶段", string.Join(" ", Enum.GetValues<Stage>()), string.Join(" ", stages.Append(Stage.Application).Distinct().Order()));
        script.Holds("经历的城市状态", string.Join(" ", Enum.GetValues<Standing>()), string.Join(" ", standings.Order()));
        script.Holds("见过的拒绝理由", string.Join(" ", Enum.GetValues<RefusalReason>()), string.Join(" ", script.Refusals.Order()));
    }

    static Actor OfCity(Area city) => new($"city-{city.Code}", Role.City, city.Code);

    static Actor OfProvince(ApplyingProvince province) => new($"province-{province.Divisions.Code}", Role.Province, province.Divisions.Code);

    async Task<int> RoundVersion() => (await store.Read(state => state.Rounds.SingleAsync(x => x.Id == Round))).Version;

    Task<CityRow> Row(int city) => store.Read(state => state.Cities.SingleAsync(x => x.RoundId == Round && x.CityCode == city));

    async Task<int> CityVersion(int city) => (await Row(city)).Version;

    async Task<int> Count(Standing standing) => await store.Read(state => state.Cities.CountAsync(x => x.RoundId == Round && x.Standing == standing));

    static string Paper(string text) => CanonicalJson.Sha256(text);
}
