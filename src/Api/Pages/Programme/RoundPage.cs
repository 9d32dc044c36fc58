using System.Globalization;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>A page about a round: what it is about, who looks, what was just done or refused.</summary>
public abstract class RoundPage(ReleaseReader releases, RoundRegister register, Acting acting) : PortalPage(releases)
{
    public RoundRegister Register => register;

    public Acting Acting => acting;

    public RoundRow Round { get; private set; } = null!;

    public DateOnly Today => register.Today;

    /// <summary>Why the last act was refused; what was typed is still on the page.</summary>
    public Refusal? Refused { get; protected set; }

    /// <summary>What the last act did, as a text; empty when the page was just opened.</summary>
    public string Done => T.Or("done." + Request.Query["done"], "");

    public string Address => Request.Path.ToString();

    protected override bool ShownWithoutRelease => true;

    /// <summary>Finds the round; the page's heading stands above it.</summary>
    protected async Task<Problem?> Find(string round)
    {
        if (await register.Round(round) is not { } row) return Acting.UnknownRound(round);
        Round = row;
        Above = [(T["nav.rounds"], "/rounds"), (row.Name, $"/rounds/{row.Id}")];
        return null;
    }

    /// <summary>Ends an act: done, the page is opened anew so that nothing is sent twice; refused, it is shown with the reason.</summary>
    protected async Task<IActionResult> End<TResult>(Task<Outcome<TResult>> act, string done, Func<Task<IActionResult>> show, string? address = null)
    {
        var outcome = await act;
        return outcome.Refusal is { } refusal ? await Refuse(refusal, show) : LocalRedirect(QueryHelpers.AddQueryString(address ?? Address, "done", done));
    }

    protected async Task<IActionResult> Refuse(Refusal refusal, Func<Task<IActionResult>> show)
    {
        Refused = refusal;
        var page = await show();
        if (page is PageResult) Response.StatusCode = ProblemKinds.All[Refusals.KindOf(refusal.Reason)].Status;
        return page;
    }

    public string Day(DateOnly? day) => day is { } known ? FigureText.Of(known, Language) : FigureText.None;

    protected static decimal? Number(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    protected static Refusal NotANumber(string item, string text) => Refusal.Of(RefusalReason.PointsOutOfRange, $"{item}填写的“{text}”不是数字", $"{item}: '{text}' is not a number.");
}

/// <summary>A page about one city in a round.</summary>
public abstract class RoundCityPage(ReleaseReader releases, RoundRegister register, Acting acting) : RoundPage(releases, register, acting)
{
    public CityRow City { get; private set; } = null!;

    public string CityAddress => string.Create(CultureInfo.InvariantCulture, $"/rounds/{Round.Id}/cities/{City.CityCode}");

    public string ApplicationAddress => string.Create(CultureInfo.InvariantCulture, $"/rounds/{Round.Id}/applications/{City.CityCode}");

    protected async Task<Problem?> Find(string round, int city, string title)
    {
        if (await Find(round) is { } unknown) return unknown;
        var (row, problem) = await Acting.City(round, city);
        if (row is null) return problem;
        City = row;
        Title = T[title, row.CityName];
        return null;
    }
}
