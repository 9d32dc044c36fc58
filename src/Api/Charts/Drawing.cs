namespace DemoCityAnalytics.Api.Charts;

/// <summary>A colour by its part: pages give it their own value (dark mode, print), files have this one.</summary>
readonly record struct Paint(string Name, string Hex)
{
    public static readonly Paint Ink = new("ink", ChartColours.Ink);
    public static readonly Paint Quiet = new("quiet", ChartColours.Quiet);
    public static readonly Paint Grid = new("grid", ChartColours.Grid);
    public static readonly Paint Target = new("target", ChartColours.Target);
    public static readonly Paint Mark = new("mark", ChartColours.Mark);
    public static readonly Paint Paper = new("paper", "#ffffff");
    public static readonly Paint Bar = new("bar", "#5b7fa6");

    public static Paint Line(int i) => new("s" + (i % ChartColours.Lines.Length).ToString(System.Globalization.CultureInfo.InvariantCulture), ChartColours.Lines[i % ChartColours.Lines.Length]);

    /// <summary>One of five shades, light to dark; the number printed on it says the rest.</summary>
    public static Paint Shade(int step) => new("h" + step.ToString(System.Globalization.CultureInfo.InvariantCulture), Shades[step]);

    /// <summary>Colour of text on a shade.</summary>
    public static Paint OnShade(int step) => step < 3 ? new("on-light", ChartColours.Ink) : new("on-dark", "#ffffff");

    static readonly string[] Shades = ["#e4edf5", "#bdd3e6", "#8db3d3", "#3f74a6", "#123f6d"];
}

/// <summary>Side of a text's place on which the text stands.</summary>
enum TextSide { Start, Middle, End }

/// <summary>What charts are drawn on: the same strokes become SVG or PNG.</summary>
interface IDrawing
{
    void Rectangle(double x, double y, double width, double height, Paint fill);
    void Line(double x1, double y1, double x2, double y2, Paint paint, double width = 1, bool dashed = false);
    void Polygon(IReadOnlyList<(double X, double Y)> points, Paint outline, Paint? fill);
    void Circle(double x, double y, double radius, Paint paint, bool filled = true);
    void Text(double x, double y, string text, double size, Paint paint, TextSide side = TextSide.Start);
}
