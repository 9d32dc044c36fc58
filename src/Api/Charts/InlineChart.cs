using System.Globalization;
using System.Text;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Warehouse.Calendar;
using Microsoft.AspNetCore.Html;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>
/// A chart as SVG inside a page, styled by the page's style sheet (so dark mode and print follow). Drawn twice, wide and narrow, so that
/// its words keep their size on a telephone.
/// </summary>
public static class InlineChart
{
    const double TickSize = 12;
    const double TickGap = 16;

    /// <param name="model">What it says.</param>
    /// <param name="language">Language of its words.</param>
    /// <param name="name">Tells the charts of one page apart.</param>
    /// <param name="columns">Columns from zero in the place of lines.</param>
    public static IHtmlContent Of(ChartModel model, RequestLanguage language, string name = "chart", bool columns = false) => new HtmlString(
        Draw(model, language, name, columns, "wide", 1160, 320) + Draw(model, language, name, columns, "narrow", 340, 240));

    static string Draw(ChartModel model, RequestLanguage language, string name, bool columns, string kind, int width, int height)
    {
        const int left = 52, right = 14, top = 26, bottom = 30;
        var svg = new StringBuilder();
        var id = $"{name}-{kind}";
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart chart-{kind}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-t\">{Text(model.Title)}</title><desc id=\"{id}-d\">{Text(model.Description)}</desc>");
        var all = model.Lines.Append(model.Target).OfType<ChartLine>().SelectMany(l => l.Points).SelectMany(p => new[] { p.Value, p.Low, p.High }).OfType<decimal>().ToList();
        if (all.Count > 0)
        {
            var scale = columns ? AxisScale.Over(Math.Min(0, all.Min()), Math.Max(0, all.Max())) : AxisScale.Over(all.Min(), all.Max());
            double X(Period p) => left + (width - left - right) * (model.Periods.Count == 1 ? 0.5 : (p.Last.Index - model.Periods[0].Last.Index + 0.5) / (model.Periods[^1].Last.Index - model.Periods[0].Last.Index + 1.0));
            double Y(decimal v) => scale.At(v, height - bottom, top);
            foreach (var v in scale.Ticks())
            {
                svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{left}\" x2=\"{width - right}\" y1=\"{Y(v):0.#}\" y2=\"{Y(v):0.#}\"/>");
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick end\" x=\"{left - 6}\" y=\"{Y(v) + 4:0.#}\">{Tick(v, scale, language)}</text>");
            }
            var longest = model.Periods.Max(period => ChartText.Width(ChartText.Tick(period, language), TickSize)) + TickGap;
            var every = Math.Max(1, (int)Math.Ceiling(model.Periods.Count * longest / (width - left - right)));
            foreach (var period in model.Periods.Where((_, i) => i % every == 0))
                svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick mid\" x=\"{X(period):0.#}\" y=\"{height - 10}\">{ChartText.Tick(period, language)}</text>");
            if (model.Target is { } target) Line(svg, target, "target", X, Y, model, language, marked: false);
            for (var i = 0; i < model.Lines.Count; i++)
            {
                var style = Style(model.Lines[i], i);
                foreach (var p in model.Lines[i].Points.Where(p => !columns && p is { Low: not null, High: not null, Value: not null }))
                    svg.Append(CultureInfo.InvariantCulture, $"<line class=\"interval {style}\" x1=\"{X(p.Period):0.#}\" x2=\"{X(p.Period):0.#}\" y1=\"{Y(p.Low!.Value):0.#}\" y2=\"{Y(p.High!.Value):0.#}\"/>");
                if (columns) Columns(svg, i, (width - left - right) * 0.8 / model.Periods.Count, X, Y, model, language);
                else Line(svg, model.Lines[i], style, X, Y, model, language, marked: true);
            }
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"unit\" x=\"4\" y=\"14\">{Text(Texts.In(language)["unit.label", FigureText.Unit(model.Unit, language)])}</text>");
        if (model.Mark is { } mark) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"mark end\" x=\"{width - right}\" y=\"14\">{Text(mark)}</text>");
        return svg.Append("</svg>").ToString();
    }

    static void Line(StringBuilder svg, ChartLine line, string style, Func<Period, double> x, Func<decimal, double> y, ChartModel model, RequestLanguage language, bool marked)
    {
        foreach (var stretch in line.Stretches())
        {
            if (stretch.Count > 1)
                svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"line {style}\" points=\"{string.Join(' ', stretch.Select(p => string.Create(CultureInfo.InvariantCulture, $"{x(p.Period):0.#},{y(p.Value!.Value):0.#}")))}\"/>");
            if (!marked && stretch.Count > 1) continue;
            foreach (var p in stretch)
                svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"point {style}\" cx=\"{x(p.Period):0.#}\" cy=\"{y(p.Value!.Value):0.#}\" r=\"2.6\"><title>{Said(line, p, model, language)}</title></circle>");
        }
    }

    /// <summary>The columns of one series; those of a period stand side by side.</summary>
    static void Columns(StringBuilder svg, int series, double room, Func<Period, double> x, Func<decimal, double> y, ChartModel model, RequestLanguage language)
    {
        var wide = room / model.Lines.Count;
        foreach (var p in model.Lines[series].Points.Where(p => p.Value is not null))
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"point {Style(model.Lines[series], series)}\" x=\"{x(p.Period) - room / 2 + series * wide:0.##}\" width=\"{wide * 0.92:0.##}\" y=\"{Math.Min(y(0), y(p.Value!.Value)):0.#}\" height=\"{Math.Abs(y(0) - y(p.Value!.Value)):0.#}\"><title>{Said(model.Lines[series], p, model, language)}</title></rect>");
    }

    /// <summary>The class of a line, of its points and of its sign in a legend.</summary>
    public static string Style(ChartLine line, int series) => line.Expected ? "expected" : string.Create(CultureInfo.InvariantCulture, $"s{series}");

    static string Said(ChartLine line, ChartPoint point, ChartModel model, RequestLanguage language) =>
        Text($"{line.Name} {FigureText.Of(point.Period, language)} {FigureText.Of(point.Value, model.Unit, model.Decimals, language).Exact}");

    static string Tick(decimal value, AxisScale scale, RequestLanguage language) => !language.IsEnglish && scale.Step >= 1000m && value != 0
        ? (value / 10_000m).ToString("0.##", CultureInfo.InvariantCulture) + "万"
        : scale.Text(value);

    static string Text(string text) => Markup.Encode(text);
}
