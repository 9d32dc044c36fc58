using System.Globalization;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Reports;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages;

/// <summary>A city's figures against their targets, by the five standards; a row opens to what stands behind it.</summary>
public sealed class ScorecardPage(ReleaseReader releases, AreaScope scope, Scorecards cards, RowDetails details, RowNotes notes, RoundRegister register, Acting acting, ProvinceRankings rankings) : PortalPage(releases)
{
    const string Complete = "D04";

    RoundScores? scores;

    public Scorecard Card { get; private set; } = null!;

    /// <summary>Months that can be judged, the latest first.</summary>
    public IReadOnlyList<Month> Months { get; private set; } = [];

    /// <summary>Share of key fields that are filled, in the latest period that has it.</summary>
    public ShownFigure? Completeness { get; private set; }

    /// <summary>The newest frozen round in which the reader sees the city's scores.</summary>
    public RoundRow? Round { get; private set; }

    /// <summary>The city's place in its province in that round, where the reader may see it.</summary>
    public ProvincePlace? Place { get; private set; }

    /// <summary>The row that the address opens.</summary>
    internal RowDetail? Opened { get; private set; }

    internal IReadOnlyList<string> NotesOf(ScorecardRow row) => notes.Of(row, Release, Language);

    public string Total(ScoreColumn column) => scores?.Columns.GetValueOrDefault(column)?.Total is { } total ? ItemScore.Text(total) : FigureText.None;

    public async Task<IActionResult> OnGet(int code, CancellationToken cancel)
    {
        // Frozen figures and the scores of persons belong to a round, and are shown there.
        if (Request.Query["round"].ToString() is { Length: > 0 } round && Find(code, null) is not Problem)
            return Redirect(string.Create(CultureInfo.InvariantCulture, $"/rounds/{Uri.EscapeDataString(round)}/cities/{code}"));
        if (Find(code, Request.Query["open"]) is { } problem) return problem;
        Opened = Asked is { } row ? await details.Of(Card, row, Release, Language, cancel) : null;
        var complete = Release.FindIndicator(Complete) is { } found ? Release.Series(Complete, code, found.Header.Frequencies[0]).LastOrDefault(x => x.Value is not null) : null;
        if (complete is not null) Completeness = FigureText.Of(complete.Value, "%", 2, Language);
        await FindRound(code);
        return Page();
    }

    /// <summary>One opened row alone, for the script.</summary>
    public async Task<IActionResult> OnGetRow(int code, CancellationToken cancel) => Find(code, Request.Query["open"]) is { } problem ? problem
        : Asked is { } row ? Content(RowDetailMarkup.Of(await details.Of(Card, row, Release, Language, cancel), code, Language), "text/html; charset=utf-8")
        : Finding.UnknownFigure(Request.Query["open"].ToString(), Release);

    ScorecardRow? Asked { get; set; }

    Problem? Find(int code, string? open)
    {
        if (Finding.City(code.ToString(CultureInfo.InvariantCulture), Release) is not { } city)
            return Finding.UnknownArea(code.ToString(CultureInfo.InvariantCulture), Release);
        if (scope.Refusal(code, Release) is { } refusal) return refusal;
        var query = new QueryReader(Request, "period", "open", "handler", "round");
        var period = query.Period("period");
        if (query.Problem is { } problem) return problem;
        if (Release.LatestMonth(code) is not { } latest) return Finding.UnknownArea(city.Name, Release);
        Months = Enumerable.Range(0, EarliestTo(latest, code) + 1).Select(back => latest - back).ToList();
        Card = cards.Get(Release, city, period?.Last ?? latest);
        Asked = Card.Rows.FirstOrDefault(row => row.Item.Id == open);
        Title = T["scorecard.title", city.Name];
        Above = [(T["nav.overview"], "/"), (city.Name, string.Create(CultureInfo.InvariantCulture, $"/cities/{code}"))];
        return null;
    }

    async Task FindRound(int code)
    {
        foreach (var round in (await Reachable.OrElse(register.Rounds(), [])).Where(x => x.FrozenHash is not null))
        {
            if ((await acting.City(round.Id, code)).City is not { } city) continue;
            (Round, scores, Place) = (round, await register.Scores(round.Id, code), await rankings.PlaceOf(round, city, acting));
            return;
        }
    }

    int EarliestTo(Month latest, int code) => latest - Release.Indicators
        .SelectMany(x => Release.Observations(x.Code, code)).Where(x => x.Value is not null).Select(x => x.Id.Period.Last).DefaultIfEmpty(latest).Min();
}
