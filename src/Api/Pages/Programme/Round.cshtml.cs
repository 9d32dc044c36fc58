using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.Supervision;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>A city in the round's table.</summary>
public sealed record RoundLine(CityRow City, decimal? Completeness, decimal? Self, decimal? Province, decimal? Ministry);

/// <summary>One round: its stage, its figures, its cities, and what the ministry does next.</summary>
public sealed class OneRoundPage(
    ReleaseReader releases, RoundRegister register, Acting acting, RoundFigures figures, ScoringDesk scoring, EvidenceFile evidence,
    ApplicationDesk applications, FreezeDesk freeze, RecommendationDesk recommendations, PublicityDesk publicity, DesignationDesk designation)
    : RoundPage(releases, register, acting)
{
    const int MostShown = 20;

    public FrozenFigures? Frozen { get; private set; }

    public IReadOnlyList<RoundLine> Cities { get; private set; } = [];

    public IReadOnlyList<ProposalRow> Proposals { get; private set; } = [];

    public IReadOnlyList<AuditRow> History { get; private set; } = [];

    /// <summary>Provinces whose ranking the reader may open.</summary>
    public IReadOnlyList<ProvinceDivisions> Provinces { get; private set; } = [];

    /// <summary>The reader's own city when it may apply now.</summary>
    public int? CanApply { get; private set; }

    /// <summary>The latest month that has figures, as a proposal.</summary>
    public string FreezeMonth { get; private set; } = "";

    public async Task<IActionResult> OnGet(string round)
    {
        if (await Find(round) is { } unknown) return unknown;
        Title = Round.Name;
        Above = [(T["nav.rounds"], "/rounds")];
        Frozen = await Register.Frozen(Round);
        var seen = await Acting.Seen(round);
        var lines = new List<RoundLine>();
        var scores = new Dictionary<ScoreColumn, Dictionary<int, decimal>>();
        foreach (var column in Enum.GetValues<ScoreColumn>()) scores[column] = (await scoring.Scores(round, column)).ToDictionary(x => x.City, x => x.Total);
        var submitted = await Register.Submitted(round);
        decimal? Total(ScoreColumn column, CityRow city) => submitted.Contains((city.CityCode, column)) && scores[column].TryGetValue(city.CityCode, out var total) ? total : null;
        foreach (var city in seen)
            lines.Add(new RoundLine(city, await evidence.CompletenessPercent(round, city.CityCode), Total(ScoreColumn.Self, city), Total(ScoreColumn.Province, city), Total(ScoreColumn.Ministry, city)));
        Cities = lines;
        if (!Acting.IsPublic) Proposals = await Register.Proposals(round);
        if (Acting.Actor.Role is Role.Ministry or Role.Operator) History = await Register.History(round, most: MostShown);
        Provinces = Frozen is null ? [] : [.. Quota.Provinces.Where(x => ProvinceRankings.Hidden(Acting, x.Code) is null && seen.Any(city => city.ProvinceCode == x.Code))];
        CanApply = Round.Stage == Stage.Application && Acting.Actor is { Role: Role.City, AreaCode: > 0 and var own } ? own : null;
        FreezeMonth = figures.Current is { } release ? release.Cities.Select(x => release.LatestMonth(x.Code)).OfType<Month>().DefaultIfEmpty().Max().ToString() : "";
        return Page();
    }

    public Task<IActionResult> OnPostClose(string round, int version, CancellationToken cancel) =>
        End(applications.Close(Acting.Actor, round, version, cancel), "closed", () => OnGet(round));

    public Task<IActionResult> OnPostProposeFreeze(string round, string? month, CancellationToken cancel) => OnMonth(round, month, (release, at) =>
        End(freeze.Propose(Acting.Actor, round, release, at, cancel), "freeze_proposed", () => OnGet(round)));

    public Task<IActionResult> OnPostFreeze(string round, string? month, int version, CancellationToken cancel) => OnMonth(round, month, (release, at) =>
        End(freeze.Freeze(Acting.Actor, round, version, release, at, cancel), "frozen", () => OnGet(round)));

    public Task<IActionResult> OnPostStart(string round, int version, CancellationToken cancel) =>
        End(recommendations.StartEvaluation(Acting.Actor, round, version, cancel), "started", () => OnGet(round));

    public Task<IActionResult> OnPostList(string round, int version, int[] cities, CancellationToken cancel) =>
        End(recommendations.ProposeList(Acting.Actor, round, version, cities, cancel), "listed", () => OnGet(round));

    public async Task<IActionResult> OnPostPublicise(string round, string? first, string? last, CancellationToken cancel) => Day(first) is { } from && Day(last) is { } to
        ? await End(publicity.Publicise(Acting.Actor, round, 0, from, to, cancel), "publicised", () => OnGet(round))
        : await Refuse(Refusal.Of(RefusalReason.TextMissing, "日期应写作 2026-03-31", "A day is written 2026-03-31."), () => OnGet(round));

    public Task<IActionResult> OnPostProposeDesignation(string round, CancellationToken cancel) =>
        End(designation.Propose(Acting.Actor, round, cancel), "designation_proposed", () => OnGet(round));

    public Task<IActionResult> OnPostDesignate(string round, int version, CancellationToken cancel) =>
        End(designation.Designate(Acting.Actor, round, version, cancel), "designated", () => OnGet(round));

    async Task<IActionResult> OnMonth(string round, string? month, Func<IFigures, Month, Task<IActionResult>> act)
    {
        if (figures.Current is not { } release) return await Refuse(Refusal.Of(RefusalReason.NotFound, "还没有发布过数据，不能冻结", "Nothing has been published yet."), () => OnGet(round));
        return Period.TryParse(month ?? "", out var period) && period.Frequency == Frequency.Month
            ? await act(RoundFigures.Of(release), period.Last)
            : await Refuse(Refusal.Of(RefusalReason.TextMissing, "评估月份应写作 2026-12", "The month is written 2026-12."), () => OnGet(round));
    }

    public static string Points(decimal? points) => points is { } number ? ItemScore.Text(number) : "—";

    public static string Style(Standing standing) => standing switch
    {
        Standing.Designated or Standing.Recommended or Standing.Proposed or Standing.Entered => "met",
        Standing.Revoked or Standing.Disqualified or Standing.StruckByObjection or Standing.Lapsed => "missed",
        _ => "none",
    };

    public static string Shape(Standing standing) => Style(standing) switch { "met" => "✓", "missed" => "✕", _ => "–" };

    /// <summary>The audit log writes roles as the state knows them.</summary>
    public static string RoleKey(string role) => role == nameof(Role.MinistryExpert) ? "Expert" : role;
}
