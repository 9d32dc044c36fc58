using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Evaluation.Scorecards;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>A scorecard as one HTML file that stands alone: styles inside, nothing loaded, no links, ready to be sent or printed.</summary>
public static class ScorecardDocument
{
    /// <param name="card">The scorecard.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public static string Html(Scorecard card, string language = RequestLanguage.Chinese)
    {
        ArgumentNullException.ThrowIfNull(card);
        var speaks = RequestLanguage.For(language);
        var texts = Texts.In(speaks);
        var title = texts["scorecard.title", card.City.Name];
        var html = new Markup()
            .Raw($"<!DOCTYPE html>\n<html lang=\"{speaks.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Element("title", title).Raw("\n<style>\n").Raw(Assets.Text("site.css")).Raw("</style>\n</head>\n<body>\n");
        if (card.Release.Synthetic)
            html.Raw("<p class=\"synthetic\" role=\"note\">").Element("strong", texts["synthetic.mark"]).Raw(" ").Text(texts["synthetic.explained"]).Raw("</p>\n");
        html.Raw("<main>\n").Element("h1", title)
            .Raw(Head(card, speaks)).Raw(ScorecardMarkup.Tables(card, speaks, links: null)).Raw(Notes(card, speaks))
            .Raw("</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>The opening sentence and what the scorecard was made from.</summary>
    internal static string Head(Scorecard card, RequestLanguage language)
    {
        var texts = Texts.In(language);
        var html = new Markup().Element("p", language.Of(card.Headline), "lead").Raw("<dl class=\"facts\">");
        void Fact(string key, string value, string style = "") =>
            html.Raw("<div><dt>").Text(texts[key]).Raw("</dt><dd>").Element("span", value, style).Raw("</dd></div>");
        Fact("scorecard.period", FigureText.Of(card.Period, language));
        Fact("scorecard.release", card.Release.Name, "code");
        Fact("scorecard.published", FigureText.Of(card.Release.PublishedAt, language));
        Fact("scorecard.rules", texts["scorecard.rules_version", language.Of(card.Rules.Name), card.Rules.Version]);
        Fact("scorecard.checksum", string.Join(' ', card.Checksum[..16].Chunk(4).Select(part => new string(part))), "code");
        return html.Raw("</dl>").ToString();
    }

    /// <summary>How to read the table.</summary>
    internal static string Notes(Scorecard card, RequestLanguage language)
    {
        var texts = Texts.In(language);
        return new Markup().Raw("<section class=\"notes\">").Element("h2", texts["scorecard.notes"]).Raw("<ul>")
            .Element("li", texts["scorecard.note_verdicts", Plain(card.Rules.NearPercent)])
            .Element("li", texts["scorecard.note_before"])
            .Element("li", language.Of(card.PeerRule))
            .Element("li", language.Of(card.Rules.Source))
            .Raw("</ul></section>").ToString();
    }

    static string Plain(decimal value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
