using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Sampling;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.Supervision;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Rehearsal;

/// <summary>
/// Three rounds to look at (合成数据): the desks themselves play them on a synthetic release, on a calendar of their own. The first batch is
/// in supervision, the second under provincial review, the third takes applications.
/// </summary>
public sealed partial class DemoRounds
{
    public const string First = "DEMO-R1", Second = "DEMO-R2", Third = "DEMO-R3";

    readonly StateStore store;
    readonly RehearsalClock clock;
    readonly RuleSet rules = Rules();
    readonly IFigures figures;
    readonly Func<FigureId, IReadOnlyList<SampleRecord>> roster;
    readonly CancellationToken cancel;

    static readonly Actor Officer = new("ministry-1", Role.Ministry), SecondOfficer = new("ministry-2", Role.Ministry), Expert = new("expert-1", Role.MinistryExpert), OnDuty = new("operator-1", Role.Operator);
    static readonly Actor Citizen = new("public", Role.Public);

    DemoRounds(StateStore store, RehearsalClock clock, IFigures figures, Func<FigureId, IReadOnlyList<SampleRecord>> roster, CancellationToken cancel) =>
        (this.store, this.clock, this.figures, this.roster, this.cancel) = (store, clock, figures, roster, cancel);

    /// <summary>
    /// The illustrative rules but for the veto's line: in generated records every city has families in which nobody found work, and a programme in which
    /// all fall under the veto shows nothing.
    /// </summary>
    static RuleSet Rules()
    {
        var text = RuleSet.Illustrative().Text;
        foreach (var (shipped, shown) in new[]
        {
            ("id: illustrative\n", "id: demo\n"), ("name: { zh: 示例规则（非官方）, en: Illustrative rules (not official) }", "name: { zh: 演示规则（非官方，据示例规则调整）, en: Demo rules (not official) }"),
            ("target: 100, score: { veto: {} }", "target: 55, score: { veto: {} }"),
        })
            text = text.Contains(shipped, StringComparison.Ordinal) ? text.Replace(shipped, shown, StringComparison.Ordinal) : throw new InvalidOperationException($"The illustrative rules do not say '{shipped.Trim()}' any more.");
        return RuleSet.Read(text, "demo rules");
    }

    /// <summary>Plays them into an empty state; a state that holds rounds is left alone.</summary>
    /// <param name="open">The state, on the given clock.</param>
    /// <param name="figures">A synthetic release.</param>
    /// <param name="roster">Source rows behind a figure.</param>
    /// <param name="month">The latest month with figures, by which the second batch is judged.</param>
    /// <param name="today">The third round's deadline is still to come then, and the second's publicity runs.</param>
    /// <param name="cancel">Stops between two acts.</param>
    /// <returns>Whether they were played now.</returns>
    public static async Task<bool> Play(
        Func<TimeProvider, Task<StateStore>> open, IFigures figures, Func<FigureId, IReadOnlyList<SampleRecord>> roster, Month month, DateOnly today, CancellationToken cancel)
    {
        if (!figures.Synthetic) throw new InvalidOperationException("Demo rounds are played on synthetic data only.");
        var clock = new RehearsalClock(today);
        var demo = new DemoRounds(await open(clock), clock, figures, roster, cancel);
        if ((await new RoundRegister(demo.store).Rounds()).Count > 0) return false;
        await demo.PlayFirst(new Month(month.Year - 1, 12));
        await demo.PlaySecond(month, today);
        await demo.PlayThird(today);
        return true;
    }

    /// <summary>The accounts that act in these rounds, for logging in: the same names.</summary>
    public static IReadOnlyList<Actor> Cast(IEnumerable<Area> cities)
    {
        var listed = cities.ToList();
        return [Officer, SecondOfficer, Expert, OnDuty,
            .. listed.Select(city => RoundTerms.ProvinceOf(city.Code)).Distinct().Select(OfProvince), .. listed.Select(OfCity)];
    }

    static Actor OfCity(Area city) => new($"city-{city.Code}", Role.City, city.Code);

    static Actor OfProvince(int province) => new($"province-{province / 10_000}", Role.Province, province);

    static async Task<T> Done<T>(Task<Outcome<T>> act) =>
        await act is var outcome && outcome.Refusal is { } refusal ? throw new InvalidOperationException($"The demo's rounds cannot be played: {refusal.Message.En}") : outcome.Value!;

    async Task<List<Area>> Apply(string id, string name, DateOnly deadline, string? follows, Func<List<Area>, IEnumerable<Area>> chosen, DateOnly? opened = null)
    {
        clock.Day = opened ?? deadline.AddDays(-20);
        var byProvince = figures.Cities.GroupBy(city => RoundTerms.ProvinceOf(city.Code)).ToList();
        await Done(new ApplicationDesk(store).OpenRound(OnDuty, id, $"{name}（合成数据，演示规则）", new RoundSettings
        {
            Deadline = deadline,
            Follows = follows,
            Places = byProvince.ToDictionary(province => $"{province.Key}", province => Math.Max(1, province.Count() / 2)),
        }, rules, cancel));
        var cities = byProvince.SelectMany(province => chosen([.. province])).ToList();
        clock.Day = deadline.AddDays(-10);
        return cities;
    }

    async Task Enter(string round, Area city)
    {
        var desk = new ApplicationDesk(store);
        var row = await Done(desk.Save(OfCity(city), round, city.Code, Form(city), null, cancel));
        row = await Done(desk.ConfirmByCity(OfCity(city), round, city.Code, row.Version, cancel));
        await Done(desk.ConfirmByProvince(OfProvince(RoundTerms.ProvinceOf(city.Code)), round, city.Code, row.Version, SyntheticWork.ProvinceContact, cancel));
    }

    ApplicationForm Form(Area city) => SyntheticNation.Form(city with { ParentCode = RoundTerms.ProvinceOf(city.Code) }, clock.Day);

    /// <summary>From the closed applications to the frozen figures, with papers and reported figures on the way.</summary>
    async Task Create(string round, List<Area> cities, DateOnly freeze, Month judged)
    {
        await Done(new ApplicationDesk(store).Close(Officer, round, await Version(round), cancel));
        clock.Day = freeze.AddMonths(-3);
        var desk = new EvidenceFile(store);
        foreach (var city in cities) await Done(desk.Attach(OfCity(city), round, city.Code, [.. SyntheticWork.Papers(rules, city, clock.Day.AddMonths(-1))], cancel));
        var trial = FrozenFigures.Take(figures, rules, [cities[0].Code], judged);
        // One as it is, one that the records do not give: what an expert asks about first.
        var reported = trial.Figures.Where(x => x.Value is not null).Take(2).Select((x, i) => (x.Item, Text: (x.Value!.Value + i).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)));
        await Done(new ReportDesk(store).Report(OfCity(cities[0]), round, cities[0].Code, reported.ToDictionary(x => x.Item, x => x.Text), cancel));
        clock.Day = freeze;
        await Done(new FreezeDesk(store).Propose(Officer, round, figures, judged, cancel));
        await Done(new FreezeDesk(store).Freeze(SecondOfficer, round, await Version(round), figures, judged, cancel));
    }

    async Task Score(string round, Actor actor, Area city, string column, bool submit = true)
    {
        var desk = new ScoringDesk(store);
        await Done(desk.SaveSheet(actor, round, city.Code, SyntheticWork.Sheet(rules, city, column), cancel));
        if (submit) await Done(desk.SubmitSheet(actor, round, city.Code, cancel));
    }

    /// <summary>Recommends those within the places of a province and makes the list public.</summary>
    async Task<List<int>> Recommend(string round, int province, DateOnly lastDay)
    {
        var desk = new RecommendationDesk(store);
        var best = (await desk.Ranking(round, province)).Where(x => x.WithinPlaces && !x.TiedAtLine).Select(x => x.City).ToList();
        if (best.Count == 0) return best;
        await Done(desk.Recommend(OfProvince(province), round, province, best, "", cancel));
        await Done(new PublicityDesk(store).Publicise(OfProvince(province), round, province, clock.Day, lastDay, cancel));
        return best;
    }

    Task<ObjectionRow> Object(string id, string round, int province, int city, string subject) =>
        Done(new PublicityDesk(store).Object(Citizen, id, round, province, city, subject, CanonicalJson.Sha256(subject), cancel));

    async Task<int> Version(string round) => (await new RoundRegister(store).Round(round))!.Version;
}
