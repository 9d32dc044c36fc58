using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using Microsoft.AspNetCore.Mvc;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>How a city's creation goes: targets against time, points that can still be won, reported against recomputed figures.</summary>
public sealed class ProgressPage(ReleaseReader releases, RoundRegister register, Acting acting, CreationStandings creation, RoundCards cards, ReportDesk reports)
    : RoundCityPage(releases, register, acting)
{
    public const int MostShown = 10;

    public CreationStanding Standing { get; private set; } = null!;

    /// <summary>Whether every gap is listed; the ten with the most points otherwise.</summary>
    public bool All { get; private set; }

    public bool MayReport => Acting.May(Act.ReportFigures, City.CityCode) && Procedure.Allows(Round.Stage, Act.ReportFigures);

    public string Headline => T["progress.headline", City.CityName, Standing.Targets.Count, Standing.Targets.Count(x => !x.Alert), Standing.Targets.Count(x => x is { Alert: true, Actual: not null }),
        Lost.Length > 0 ? Lost : T["progress.nothing"], Standing.Targets.Count(x => x is { Achieved: false, Actual: null })];

    /// <summary>The figures that cost most; what only waits for an expert is no loss yet.</summary>
    string Lost => string.Join(Language.Of("、", ", "), Standing.Gaps.Where(x => Round.Rules().Items.Any(item => item.Id == x.Item)).Take(3).Select(x => Name(x.Item)));

    public async Task<IActionResult> OnGet(string round, int city, bool all = false)
    {
        if (await Find(round, city, "progress.title") is { } problem) return problem;
        All = all;
        Standing = await creation.Of(Round, City);
        return Page();
    }

    public Task<IActionResult> OnPostReport(string round, int city, string? item, string? value, CancellationToken cancel) =>
        End(reports.Report(Acting.Actor, round, city, new Dictionary<string, string> { [item ?? ""] = value ?? "" }, cancel), "reported", () => OnGet(round, city));

    public string Name(string item) => Round.Rules() is var rules && rules.Items.FirstOrDefault(x => x.Id == item) is { } figure ? Language.Of(cards.Name(figure))
        : rules.Evidence.FirstOrDefault(x => x.Id == item) is { } evidence ? Language.Of(evidence.Name) : item;

    public string Reason(RecoverableItem gap) => Standing.Score!.Items.First(x => x.Item == gap.Item).Score is var score ? Language.Of(score.Reason) : "";

    public string? FigureOf(string item) => Standing.Trial?.Find(City.CityCode, item)?.Figure;

    public static string Shown(decimal? number, ApplicationTarget target) => number is { } value ? value.ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture) + (target.Unit == "%" ? "%" : "") : FigureText.None;
}
