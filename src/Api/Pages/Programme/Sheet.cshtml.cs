using System.Globalization;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.Supervision;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>The two fields in which a person scores an item.</summary>
public sealed record SheetEntryFields(string Item, int Version, string Entered, string Reason, string PointsLabel, string ReasonLabel, string Hint, string ReasonHint);

/// <summary>A city's score sheet in a round: four columns side by side, and the reader's own to fill in.</summary>
public sealed class SheetPage(
    ReleaseReader releases, RoundRegister register, Acting acting, RoundCards cards, ScoringDesk scoring, ExpertDesk experts, DesignationDesk designation, PaperArchive archive, ProvinceRankings rankings)
    : RoundCityPage(releases, register, acting)
{
    IFormCollection? typed;

    public RoundCard Card { get; private set; } = null!;

    public IReadOnlyList<string> Experts { get; private set; } = [];

    /// <summary>The city's place in its province, where the reader may see it.</summary>
    public ProvincePlace? Place { get; private set; }

    public ScoreColumn? Own => Acting.Column;

    /// <summary>Whether the reader's column is open for this city now; the desk decides again.</summary>
    public bool MayScore { get; private set; }

    public bool MayDisqualify => Acting.May(Act.Disqualify, City.CityCode) && Procedure.Allows(Round.Stage, Act.Disqualify) && Procedure.Check(City.Standing, Act.Disqualify, Standing.Disqualified) is null;

    /// <summary>Evidence items that the reader has not scored yet.</summary>
    public int Open => Own is { } column ? Card.Open(column) : 0;

    public async Task<IActionResult> OnGet(string round, int city)
    {
        if (await Find(round, city, "sheet.title") is { } problem) return problem;
        Card = await cards.Of(Round, City, Own);
        if (Card.Frozen is not null) Place = await rankings.PlaceOf(Round, City, Acting);
        Experts = [.. (await Register.Assignments(round)).Where(x => x.CityCode == city).Select(x => x.Expert).Order(StringComparer.Ordinal)];
        MayScore = Card.Frozen is not null && Own is { } column && City.Standing is Standing.Creating or Standing.Recommended
            && Acting.May(Act.SaveScore, city) && Procedure.Allows(Round.Stage, Act.SaveScore) && !(Acting.Actor.Role != Role.City && Acting.Actor.Belongs(city))
            && (Own == ScoreColumn.Ministry) == (Round.Stage == Stage.MinistryEvaluation);
        return Page();
    }

    public async Task<IActionResult> OnPostSave(string round, int city, CancellationToken cancel)
    {
        var (entries, wrong) = await Changed(round, city, cancel);
        return wrong is not null ? await Refuse(wrong, () => OnGet(round, city))
            : entries.Count == 0 ? LocalRedirect(Address)
            : await End(scoring.SaveSheet(Acting.Actor, round, city, entries, cancel), "draft_saved", () => OnGet(round, city));
    }

    public async Task<IActionResult> OnPostSubmit(string round, int city, CancellationToken cancel)
    {
        var (entries, wrong) = await Changed(round, city, cancel);
        if (wrong is not null) return await Refuse(wrong, () => OnGet(round, city));
        if (entries.Count > 0 && (await scoring.SaveSheet(Acting.Actor, round, city, entries, cancel)).Refusal is { } refusal) return await Refuse(refusal, () => OnGet(round, city));
        typed = null; // everything typed is stored now, also when the submission is refused
        return await End(scoring.SubmitSheet(Acting.Actor, round, city, cancel), "submitted", () => OnGet(round, city));
    }

    public Task<IActionResult> OnPostAssign(string round, int city, string? expert, CancellationToken cancel) => Acting.Expert(expert ?? "") is { } account
        ? End(experts.Assign(Acting.Actor, round, city, account.Name, account.HomeCity, cancel), "assigned", () => OnGet(round, city))
        : Refuse(Refusal.Of(RefusalReason.UnknownItem, $"没有专家账户“{expert}”", $"There is no expert's account '{expert}'."), () => OnGet(round, city));

    public async Task<IActionResult> OnPostDisqualify(string round, int city, int version, string? reason, IFormFile? proof, CancellationToken cancel)
    {
        if (!Acting.May(Act.Disqualify, city)) return await Refuse(Permissions.Check(Acting.Actor, Act.Disqualify, city, RoundTerms.ProvinceOf(city))!, () => OnGet(round, city));
        var sha256 = "";
        if (proof is { Length: > 0 })
        {
            await using var content = proof.OpenReadStream();
            sha256 = await archive.Put(content, cancel);
        }
        return await End(designation.Disqualify(Acting.Actor, round, city, version, reason ?? "", sha256, cancel), "disqualified", () => OnGet(round, city));
    }

    /// <summary>What differs from what is stored: fields that were not touched are not saved again.</summary>
    async Task<(IReadOnlyList<SheetEntry> Entries, Refusal? Wrong)> Changed(string round, int city, CancellationToken cancel)
    {
        typed = await Request.ReadFormAsync(cancel);
        var stored = Own is { } column
            ? (await Register.Entries(round, city)).Where(x => x.ScoreColumn == column).ToDictionary(x => x.Item, StringComparer.Ordinal)
            : [];
        var entries = new List<SheetEntry>();
        foreach (var key in typed.Keys.Where(key => key.StartsWith("entered.", StringComparison.Ordinal)))
        {
            var item = key["entered.".Length..];
            var (text, reason) = (typed[key].ToString().Trim(), typed["reason." + item].ToString().ReplaceLineEndings("\n").Trim());
            if (text.Length > 0 && Number(text) is null) return ([], NotANumber(item, text));
            var before = stored.GetValueOrDefault(item);
            if (Number(text) == before?.Entered && reason == (before?.Reason ?? "")) continue;
            entries.Add(new SheetEntry(item, Number(text), reason, int.TryParse(typed["version." + item].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0));
        }
        return (entries, null);
    }

    public (string Entered, string Reason) Typed(CardItem item)
    {
        if (typed is not null) return (typed["entered." + item.Item].ToString(), typed["reason." + item.Item].ToString());
        var row = Own is { } column ? item.Columns[column].Row : null;
        return (row?.Entered is { } entered ? ItemScore.Text(entered) : "", row?.Reason ?? "");
    }

    public SheetEntryFields Entry(CardItem item)
    {
        var (entered, reason) = Typed(item);
        var row = Own is { } column ? item.Columns[column].Row : null;
        var name = Language.Of(item.Name);
        return new SheetEntryFields(item.Item, typed is not null && int.TryParse(typed["version." + item.Item], CultureInfo.InvariantCulture, out var seen) ? seen : row?.Version ?? 0, entered, reason,
            T[item.ByCount ? "sheet.count_of" : "sheet.points_of", name], T["sheet.reason_of", name], item.ByCount ? T["sheet.count_hint"] : $"0—{ItemScore.Text(item.FullPoints)}", T["sheet.reason"]);
    }

    /// <summary>What an item without a figure asks for.</summary>
    public static BilingualText Asks(CardItem item) => new()
    {
        Zh = $"佐证材料：{string.Join("、", item.Evidence!.Papers)}{(item.ByCount ? "；填件（项）数，分数按规则计算" : "")}",
        En = $"Papers: {string.Join(", ", item.Evidence.Papers)}{(item.ByCount ? "; enter the number of cases, the points follow by rule" : "")}",
    };

    public string Points(ItemScore? score) => score switch
    {
        null => "—",
        { Status: ScoreStatus.Missing } => T["sheet.status_missing"],
        { Status: ScoreStatus.Vetoed } => T["sheet.status_veto"],
        { Points: { } points } => ItemScore.Text(points),
        _ => "—",
    };

    /// <summary>The level's total as the headline says it.</summary>
    public string Total(ScoreColumn column) => Card.Total(column) is { } total ? T["sheet.total", ItemScore.Text(total)] : T["sheet.not_scored"];

    public string Part(ScoreColumn column, int standard) => Card.Scored(column) && Card.Scores?.Columns.GetValueOrDefault(column) is { } score ? ItemScore.Text(score.OfStandard(standard)) : "—";
}
