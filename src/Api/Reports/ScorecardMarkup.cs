using System.Globalization;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Observations;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>What the portal's scorecard has beyond the file that stands alone.</summary>
/// <param name="Notes">What models remark on a row.</param>
/// <param name="Open">The row that the address asks to be open.</param>
sealed record ScorecardLinks(Func<ScorecardRow, IReadOnlyList<string>> Notes, RowDetail? Open);

/// <summary>The five tables of a scorecard: one text for the portal's page and the file that stands alone.</summary>
sealed class ScorecardMarkup(Scorecard card, RequestLanguage language, ScorecardLinks? links)
{
    readonly bool linked = links is not null;
    readonly Texts texts = Texts.In(language);
    int number;

    /// <param name="card">The scorecard.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="links">What the portal adds to each row; a file that stands alone has none and links to nothing.</param>
    public static string Tables(Scorecard card, RequestLanguage language, ScorecardLinks? links)
    {
        var markup = new ScorecardMarkup(card, language, links);
        return string.Concat(card.Standards.Select(markup.Standard));
    }

    static readonly string[] Columns = ["no", "indicator", "actual", "target", "completion", "before", "peers", "rank", "points", "verdict", "evidence"];

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
        foreach (var column in Columns)
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
            .Element("p", (row.Actual is null ? "" : FigureText.Of(row.Actual.Id.Period, language) + language.Of("：", ": ")) + language.Of(row.Reason), "reason");
        foreach (var note in links?.Notes(row) ?? []) html.Element("p", note, "reason near");
        html.Raw("</th>");
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
        if (links is not null) More(html, row);
    }

    // Closed it holds a link to the page with the row open, which is also what a script fetches the part of.
    void More(Markup html, ScorecardRow row)
    {
        var (item, open) = (row.Item.Id, links!.Open?.Row == row);
        var address = string.Create(CultureInfo.InvariantCulture, $"/cities/{card.City.Code}/scorecard?period={card.Period.Last}&amp;open={item}");
        html.Raw($"<tr class=\"more\"><td colspan=\"{Columns.Length.ToString(CultureInfo.InvariantCulture)}\"><details id=\"more-{item}\"");
        html.Raw(open ? " open><summary>" : $" data-from=\"{address}&amp;handler=Row\"><summary>").Text(texts["detail.open"])
            .Raw("<span class=\"hidden\">").Text(language.Of("：", ": ") + row.Indicator.Header.Name(row.Item.Variant, language)).Raw("</span></summary><div>");
        if (open) html.Raw(RowDetailMarkup.Of(links.Open!, card.City.Code, language));
        else html.Raw($"<a href=\"{address}#more-{item}\">").Text(texts["detail.here"]).Raw("</a>");
        html.Raw("</div></details></td></tr>");
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
