using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Observations;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>The five tables of a scorecard: one text for the portal's page and the file that stands alone.</summary>
sealed class ScorecardMarkup(Scorecard card, RequestLanguage language, bool linked)
{
    readonly Texts texts = Texts.In(language);
    int number;

    /// <param name="card">The scorecard.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="linked">Whether names and evidence lead to pages of the portal; a file that stands alone has no links.</param>
    public static string Tables(Scorecard card, RequestLanguage language, bool linked)
    {
        var markup = new ScorecardMarkup(card, language, linked);
        return string.Concat(card.Standards.Select(markup.Standard));
    }

    string Standard(ScorecardStandard standard)
    {
        var html = new Markup().Raw("<section class=\"standard\">")
            .Element("h2", $"{texts["standard." + standard.Number.ToString(CultureInfo.InvariantCulture)]}{language.Of(standard.Name)}");
        if (standard.Rows.Count == 0)
            return html.Element("p", texts["scorecard.empty_standard"], "quiet").Raw("</section>").ToString();
        var met = standard.Rows.Count(row => row.Verdict == Verdict.Met);
        var judged = standard.Rows.Count(row => row.Verdict is Verdict.Met or Verdict.Near or Verdict.Missed);
        html.Raw("<div class=\"table\"><table class=\"cards scorecard\"><caption>")
            .Text(texts["scorecard.caption", language.Of(standard.Name), met, judged]).Raw("</caption><thead><tr>");
        foreach (var column in new[] { "no", "indicator", "actual", "target", "completion", "before", "peers", "rank", "points", "verdict", "evidence" })
            html.Raw(column is "actual" or "target" or "before" or "peers" or "rank" or "points" ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">").Text(texts["column." + column]).Raw("</th>");
        html.Raw("</tr></thead><tbody>");
        foreach (var row in standard.Rows) Row(html, row);
        return html.Raw("</tbody></table></div></section>").ToString();
    }

    void Row(Markup html, ScorecardRow row)
    {
        number++;
        var header = row.Indicator.Header;
        html.Raw("<tr><td class=\"no\">").Text(number.ToString(CultureInfo.InvariantCulture)).Raw("</td><th scope=\"row\">");
        if (linked) html.Raw(string.Create(CultureInfo.InvariantCulture, $"<a href=\"/cities/{card.City.Code}/indicators/{row.Indicator.Code}\">")).Text(header.Name(row.Item.Variant, language)).Raw("</a>");
        else html.Text(header.Name(row.Item.Variant, language));
        html.Raw(" ").Element("span", row.Indicator.Code, "code quiet")
            .Element("p", (row.Actual is null ? "" : FigureText.Of(row.Actual.Id.Period, language) + language.Of("：", ": ")) + language.Of(row.Reason), "reason").Raw("</th>");
        Cell(html, "actual", Shown(row.Actual?.Value, row) + Interval(row), "number strong");
        Cell(html, "target", Target(row), "number");
        Cell(html, "completion", CompletionBar.Svg(row) + Markup.Encode(Completion(row)), "");
        Cell(html, "before", Shown(row.Before, row) + Change(row), "number");
        Cell(html, "peers", Shown(row.Peers.Median, row), "number");
        Cell(html, "rank", Markup.Encode(row.Peers.Rank is { } rank ? texts["scorecard.rank", rank, row.Peers.Peers + 1] : FigureText.None), "number");
        Cell(html, "points", Markup.Encode(GapText.Scored(row)), "number");
        html.Raw(Open("verdict", "")).AppendVerdict(row, texts).Raw("</td>").Raw(Open("evidence", "whole"));
        if (row.Actual is not { } actual) html.Text(FigureText.None);
        else if (linked) html.Raw($"<a href=\"/evidence/{Markup.Encode(actual.Id.ToString())}\">").Text(texts["scorecard.evidence"]).Raw("<span class=\"hidden\">").Text(language.Of("：", ": ") + language.Of(header.Name)).Raw("</span></a>");
        else html.Element("span", actual.Id.ToString(), "code");
        html.Raw("</td></tr>");
    }

    void Cell(Markup html, string column, string markup, string style) => html.Raw(Open(column, style)).Raw("<span class=\"cell\">").Raw(markup).Raw("</span></td>");

    string Open(string column, string style) => $"<td{(style.Length == 0 ? "" : $" class=\"{style}\"")} data-label=\"{Markup.Encode(texts["column." + column])}\">";

    static (string Unit, int Decimals) Shape(ScorecardRow row) => ObservationView.Shape(row.Indicator.Header, row.Item.Variant);

    string Shown(decimal? value, ScorecardRow row)
    {
        var (unit, decimals) = Shape(row);
        var figure = FigureText.Of(value, unit, decimals, language);
        return figure.Text == figure.Exact ? Markup.Encode(figure.Text) : $"<span title=\"{Markup.Encode(figure.Exact)}\">{Markup.Encode(figure.Text)}</span>";
    }

    string Interval(ScorecardRow row) => row.Actual is { Low: { } low, High: { } high }
        ? $"<span class=\"below\">{Markup.Encode(texts["figure.interval", FigureText.Number(low, Shape(row).Decimals), FigureText.Number(high, Shape(row).Decimals)])}</span>" : "";

    string Change(ScorecardRow row) => row is { Before: { } before, Actual: { Value: { } value, Status: not ObservationStatus.Break } } && !IsPartOfYear(row)
        ? $"<span class=\"below\">{Markup.Encode(texts["scorecard.change", FigureText.Difference(value - before, Shape(row).Unit, Shape(row).Decimals, language)])}</span>" : "";

    // A figure of some months is no change from the whole year's baseline.
    static bool IsPartOfYear(ScorecardRow row) => row.Item.Comparison == Comparison.ProRata && row.TimeProgressPercent < 100m;

    string Target(ScorecardRow row)
    {
        if (row.Item is { Comparison: Comparison.Band, BandFrom: { } from, BandTo: { } to })
            return Markup.Encode($"{FigureText.Number(from, Shape(row).Decimals)}—{FigureText.Number(to, Shape(row).Decimals)}");
        if (row.Target is null) return FigureText.None;
        var origin = row.TargetOrigin == TargetOrigin.CityPlan ? "scorecard.target_plan" : "scorecard.target_rules";
        return (row.Item.Comparison == Comparison.AtMost ? "≤" : "") + Shown(row.Target, row) + $"<span class=\"below\">{Markup.Encode(texts[origin])}</span>";
    }

    string Completion(ScorecardRow row) => row switch
    {
        { CompletionPercent: { } percent } => FigureText.Number(percent, 1) + "%",
        { Actual.Value: not null, Item.Comparison: Comparison.AtMost, Target: not null } => texts["scorecard.control"],
        { Actual.Value: not null, Item.Comparison: Comparison.Band } => texts["scorecard.band"],
        _ => FigureText.None,
    };
}
