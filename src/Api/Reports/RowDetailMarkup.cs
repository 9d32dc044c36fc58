using System.Globalization;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>An opened row: the same text inside the page and as the part that a script fetches.</summary>
sealed class RowDetailMarkup(RowDetail detail, int city, RequestLanguage language)
{
    readonly Texts texts = Texts.In(language);
    readonly Markup html = new();

    (string Unit, int Decimals) Shape => ObservationView.Shape(detail.Row.Indicator.Header, detail.Row.Item.Variant);

    public static string Of(RowDetail detail, int city, RequestLanguage language) => new RowDetailMarkup(detail, city, language).Write();

    string Write()
    {
        Part("detail.formula").Raw("<p class=\"formula\" lang=\"zh-CN\">").Text(detail.Formula).Raw("</p>");
        if (detail.Chart is { } chart)
        {
            Part(chart.Periods[0].Frequency == Frequency.Year ? "detail.series_years" : "detail.series").Raw("<figure>").Raw(InlineChart.Of(chart, language, "chart-" + detail.Row.Item.Id).ToString()!).Raw("<figcaption>").Text(chart.Source);
            if (chart.Target is { } target) html.Text(" ").Raw("<span class=\"key\"><svg class=\"keyline\" viewBox=\"0 0 28 8\" aria-hidden=\"true\"><line class=\"line target\" x1=\"0\" x2=\"28\" y1=\"4\" y2=\"4\"/></svg> ").Text(target.Name).Raw("</span>");
            html.Raw("</figcaption></figure>");
        }
        if (detail.Districts.Count > 0) Members(texts["detail.districts"], detail.Districts.Select(x => (x.District.Name, x.Figure)));
        foreach (var group in detail.Groups)
            Members(texts["indicator.by", texts["dimension." + group.Key]], group.Select(x => (detail.Row.Indicator.Header.Member(x.Id.Breakdown, x.Id.Member, language), x)));
        History();
        Opinions();
        return Links().ToString();
    }

    Markup Part(string key) => html.Element("h3", texts[key]);

    void Members(string heading, IEnumerable<(string Name, Observation Figure)> members)
    {
        html.Element("h3", heading).Raw("<ul class=\"members\">");
        foreach (var (name, figure) in members)
            html.Raw("<li>").Element("span", name).Raw(" ").Element("strong", figure.Value is null ? texts["observation." + figure.Status] : Shown(figure)).Raw("</li>");
        html.Raw("</ul>");
    }

    void History()
    {
        Part("detail.history");
        if (detail.History.Count < 2)
        {
            html.Element("p", texts["detail.history_one"]);
            return;
        }
        html.Raw("<ul class=\"members\">");
        foreach (var answer in detail.History)
            html.Raw("<li>").Element("span", FigureText.Of(answer.KnownFrom, language)).Raw(" ").Element("strong", Shown(answer)).Raw("</li>");
        html.Raw("</ul>");
    }

    void Opinions()
    {
        Part("detail.opinions");
        if (detail.Opinions.Count == 0) html.Element("p", texts[detail.Round is null ? "detail.no_round" : "detail.opinions_none"]);
        else
        {
            html.Raw("<ul>");
            foreach (var opinion in detail.Opinions)
                html.Element("li", $"{texts["score." + opinion.Column]} {opinion.Points}{language.Of("：", ": ")}{opinion.Reason}");
            html.Raw("</ul>");
        }
    }

    Markup Links()
    {
        html.Raw("<p class=\"links\">");
        Link(string.Create(CultureInfo.InvariantCulture, $"/cities/{city}/indicators/{detail.Row.Indicator.Code}"), "detail.page");
        if (detail.Row.Actual is { Id: var figure }) Link($"/evidence/{figure}", "detail.rows");
        if (detail.Round is { } round)
        {
            var sheet = string.Create(CultureInfo.InvariantCulture, $"/rounds/{Uri.EscapeDataString(round.Id)}/cities/{city}");
            Link($"{sheet}#{detail.Row.Item.Id}", "detail.sheet");
            if (detail.MayDraw && detail.Row.Actual is not null) Link($"{sheet}/samples?item={detail.Row.Item.Id}&n=15", "detail.sample");
        }
        return html.Raw("</p>");
    }

    void Link(string address, string key) => html.Raw($"<a href=\"{Markup.Encode(address)}\">").Text(texts[key]).Raw("</a> ");

    string Shown(Observation figure) => FigureText.Of(figure.Value, Shape.Unit, Shape.Decimals, language).Exact;
}
