using System.Globalization;
using System.Security;
using System.Text;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>Strokes as SVG. Colours are attributes, which a page's style sheet may replace.</summary>
sealed class SvgDrawing(double width, double height) : IDrawing
{
    readonly StringBuilder marks = new();

    /// <summary>The whole picture with its name and description.</summary>
    /// <param name="id">Start of the ids inside, which must differ on a page with several pictures.</param>
    /// <param name="title">Name.</param>
    /// <param name="description">What the picture says.</param>
    public string Finish(string id, string title, string description) => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawn\" viewBox=\"0 0 {width:0.#} {height:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" font-family=\"DCA Sans SC, Microsoft YaHei, PingFang SC, Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif\"><title id=\"{id}-title\">{SecurityElement.Escape(title)}</title><desc id=\"{id}-desc\">{SecurityElement.Escape(description)}</desc>{marks}</svg>");

    public void Rectangle(double x, double y, double width, double height, Paint fill) =>
        marks.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" {Fill(fill)}/>");

    public void Line(double x1, double y1, double x2, double y2, Paint paint, double width = 1, bool dashed = false) =>
        marks.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" {Stroke(paint)} stroke-width=\"{width:0.##}\"{(dashed ? " stroke-dasharray=\"5 4\"" : "")}/>");

    public void Polygon(IReadOnlyList<(double X, double Y)> points, Paint outline, Paint? fill) =>
        marks.Append(CultureInfo.InvariantCulture, $"<polygon points=\"{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.##},{p.Y:0.##}")))}\" class=\"l-{outline.Name}{(fill is { } inner ? " f-" + inner.Name : "")}\" stroke=\"{outline.Hex}\" stroke-width=\"2\" fill=\"{fill?.Hex ?? "none"}\" fill-opacity=\"0.25\"/>");

    public void Circle(double x, double y, double radius, Paint paint, bool filled = true) =>
        marks.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" {(filled ? Fill(paint) : $"{Stroke(paint)} stroke-width=\"2\" fill=\"none\"")}/>");

    public void Text(double x, double y, string text, double size, Paint paint, TextSide side = TextSide.Start) =>
        marks.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{size:0.#}\" {Fill(paint)}{side switch { TextSide.Middle => " text-anchor=\"middle\"", TextSide.End => " text-anchor=\"end\"", _ => "" }}>{SecurityElement.Escape(text)}</text>");

    static string Fill(Paint paint) => $"class=\"f-{paint.Name}\" fill=\"{paint.Hex}\"";

    static string Stroke(Paint paint) => $"class=\"l-{paint.Name}\" stroke=\"{paint.Hex}\"";
}
