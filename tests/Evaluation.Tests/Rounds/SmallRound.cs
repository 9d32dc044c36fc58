using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.Tests.State;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Tests.Rounds;

/// <summary>A round of one city and two items that tests can look at byte by byte.</summary>
sealed class SmallRound
{
    public const string Id = "T-R1";
    public const int City = 510100;

    public static RuleSet Rules { get; } = RuleSet.Read("""
        id: small
        version: 1
        name: { zh: 示例, en: example }
        source: { zh: 示例, en: example }
        near_percent: 95
        standards:
          - number: 5
            name: { zh: 成效, en: results }
            items:
              - { indicator: E05, clause: S5.3, frequency: Month, comparison: AtMost, target: 4.5, points: 60, score: { against_control: { below: 60, equal: 50, above: 0 } } }
            evidence:
              - { id: S5.2-M, clause: S5.2, points: 40, papers: [材料], name: { zh: 经验, en: experience } }
        """, "small.yaml");

    public Actor CityClerk { get; } = new("clerk-1", Role.City, City);
    public Actor Province { get; } = new("province-1", Role.Province, 510000);
    public Actor Ministry { get; } = new("ministry-1", Role.Ministry);
    public Actor Second { get; } = new("ministry-2", Role.Ministry);
    public DayClock Clock { get; } = new(new DateOnly(2026, 3, 2));
    public Month Month { get; } = new(2026, 12);
    public SyntheticFigures Figures { get; } = new(Rules, [new Area(City, "示例市", "city", 510000, "prefecture-level city", Synthetic: true)], "small");
    public required StateStore Store { get; init; }

    /// <summary>From the opening to the review, with one score submitted.</summary>
    public static async Task<SmallRound> InReview(Stores stores, string provider)
    {
        var clock = new DayClock(new DateOnly(2026, 3, 2));
        var round = new SmallRound { Store = await stores.New(provider, clock) };
        var (applications, freeze, scoring) = (new ApplicationDesk(round.Store), new FreezeDesk(round.Store), new ScoringDesk(round.Store));
        var none = CancellationToken.None;
        Done(await applications.OpenRound(new Actor("operator-1", Role.Operator), Id, "试验轮次", new RoundSettings { Deadline = clock.Day, CreationMonths = 0, Places = new Dictionary<string, int> { ["510000"] = 1 } }, Rules, none));
        var form = new ApplicationForm
        {
            City = "示例市",
            Province = "四川省",
            FilledOn = clock.Day,
            Situation = "基本情况。",
            Targets = [new() { Text = "失业率", Indicator = "E05", Baseline = 4.4m, Target = 4.2m, DueOn = clock.Day.AddYears(1), Better = Direction.Lower }],
            Leader = new("甲", "局长", "1"),
            CityContact = new("乙", "科长", "2"),
        };
        var city = Done(await applications.Save(round.CityClerk, Id, City, form, null, none));
        city = Done(await applications.ConfirmByCity(round.CityClerk, Id, City, city.Version, none));
        Done(await applications.ConfirmByProvince(round.Province, Id, City, city.Version, new("丙", "处长", "3"), none));
        clock.Day = clock.Day.AddDays(1);
        var closed = Done(await applications.Close(round.Ministry, Id, 1, none));
        Done(await new EvidenceFile(round.Store).Attach(round.CityClerk, Id, City, [new("S5.2-M", "材料", "典型经验", clock.Day, null, new string('a', 64))], none));
        Done(await freeze.Propose(round.Ministry, Id, round.Figures, round.Month, none));
        Done(await freeze.Freeze(round.Second, Id, closed.Version, round.Figures, round.Month, none));
        Done(await scoring.SaveSheet(round.Province, Id, City, [new("S5.2-M", 31.5m, "经验可推广")], none));
        Done(await scoring.SubmitSheet(round.Province, Id, City, none));
        return round;
    }

    public static T Done<T>(Outcome<T> outcome) => outcome.Refusal is { } refusal ? throw new InvalidOperationException(refusal.Message.En) : outcome.Value!;
}
