using System.Globalization;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Evaluation.Scoring;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>Rows of a gap list, as a part of a page.</summary>
/// <param name="Before">Rows that stand above, for the number.</param>
public sealed record GapTable(int City, IReadOnlyList<ScorecardRow> Rows, int Before, RequestLanguage Language)
{
    /// <summary>What is shown at once; the others open below.</summary>
    public const int Shown = 10;
}

/// <summary>Where points are lost, in words: for the city's page and its report.</summary>
public static class GapText
{
    const int Named = 3;

    /// <summary>The points by the rules, and the figures that lose the most.</summary>
    public static string Sentence(Scorecard card, RequestLanguage language)
    {
        var texts = Texts.In(language);
        var points = texts["gaps.points", ItemScore.Text(card.Points), ItemScore.Text(card.FullPoints), ItemScore.Text(card.Rules.FullPoints - card.FullPoints)];
        var vetoed = card.Rows.Where(row => row.Vetoed).Select(row => row.Indicator.Header.Name(row.Item.Variant, language)).ToList();
        var most = card.Gaps.Where(row => !row.Vetoed).Take(Named).Select(row => texts["gaps.one", row.Indicator.Header.Name(row.Item.Variant, language), ItemScore.Text(row.Recoverable)]).ToList();
        return points
            + (vetoed.Count == 0 ? "" : texts["gaps.vetoed", string.Join(language.Of("、", ", "), vetoed)])
            + (most.Count == 0 ? texts["gaps.none"] : texts["gaps.most", most.Count, string.Join(language.Of("；", "; "), most)]);
    }

    /// <summary>As <c>1.5 / 2</c>: what can be won back, of the item's points.</summary>
    public static string Points(ScorecardRow row, Texts texts) => row.Vetoed ? texts["gaps.veto"]
        : string.Create(CultureInfo.InvariantCulture, $"{ItemScore.Text(row.Recoverable)} / {ItemScore.Text(row.Item.Points)}");

    /// <summary>The same behind an item's name: （可挽回 1.5 / 2 分）, or that it is a veto.</summary>
    internal static string Aside(ScorecardRow row, RequestLanguage language) => language.Aside(
        row.Vetoed ? Texts.In(language)["gaps.veto"] : language.Of("可挽回 ", "") + Points(row, Texts.In(language)) + language.Of(" 分", " points"));

    /// <summary>As <c>0.5/2</c>: the points by the rule, of the item's points.</summary>
    public static string Scored(ScorecardRow row) => row.Score is { } score
        ? $"{(score.Points is { } points ? ItemScore.Text(points) : FigureText.None)}/{ItemScore.Text(row.Item.Points)}"
        : FigureText.None;

    /// <summary>The period that was read, and how the points follow from it.</summary>
    public static string Why(ScorecardRow row, RequestLanguage language) =>
        (row.Actual is { } actual ? FigureText.Of(actual.Id.Period, language) + language.Of("：", ": ") : "") + language.Of(row.Score!.Reason);
}
