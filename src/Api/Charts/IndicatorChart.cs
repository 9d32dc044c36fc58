using System.Globalization;
using System.Text;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Charts.Kinds;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>Draws an indicator's series as a picture file (SVG or PNG) that carries its title, unit, source and mark.</summary>
public static class IndicatorChart
{
    const float TitleSize = 18;
    const float TextSize = 13;
    static readonly MarkerShape[] Markers =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.OpenCircle, MarkerShape.OpenSquare];

    /// <param name="release">The release that is drawn.</param>
    /// <param name="request">Which series.</param>
    /// <param name="format">svg or png.</param>
    /// <param name="language">Language of the words in the picture.</param>
    public static Answer Draw(ReleaseSnapshot release, ChartRequest request, string format, RequestLanguage language)
    {
        var model = ChartModel.Of(release, request, language);
        if (model.Periods.Count == 0 && GroupsOf(release, request, language) is { } groups) return groups.File(format);
        using var plot = Plot(model, request.Width, request.Frequency);
        return format == "png"
            ? new Answer(plot.GetImageBytes(request.Width, request.Height, ImageFormat.Png), "image/png")
            : new Answer(Encoding.UTF8.GetBytes(SvgText.Named(plot.GetSvgXml(request.Width, request.Height), model.Title, model.Description)), "image/svg+xml");
    }

    /// <summary>Some indicators have figures of groups alone (求人倍率 by occupation): those of the latest period are drawn as bars.</summary>
    internal static DrawnChart? GroupsOf(ReleaseSnapshot release, ChartRequest request, RequestLanguage language)
    {
        var figures = new FigureSet(release, request.Indicator, request.Variant, request.Frequency, request.Areas.Take(1).ToList(), language);
        var dimension = request.Indicator.Header.Dimensions.Append(request.Indicator.Header.Over ?? "")
            .FirstOrDefault(x => figures.Latest is { } latest && figures.Groups(figures.Areas[0], latest, x).Count > 0);
        return dimension is null ? null : BarChart.OfGroups(figures, figures.Areas[0], figures.Latest!.Value, dimension, request.Width == 0 ? DrawnInPage.Wide : request.Width);
    }

    static Plot Plot(ChartModel model, int width, Frequency frequency)
    {
        ChartFont.Use();
        var plot = new Plot();
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.FontSize = TitleSize;
        plot.Axes.Title.Label.ForeColor = Color.FromHex(ChartColours.Ink);
        plot.Title(Wrapped((model.Title + model.UnitText).TrimEnd() + (model.Mark is null ? "" : ChartText.Bracketed(model.Mark)), TitleSize, width - 120));
        plot.Axes.Bottom.Label.Text = Wrapped(model.Source, TextSize - 1, width - 120);
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Bottom.Label.FontSize = TextSize - 1;
        plot.Axes.Bottom.Label.ForeColor = Color.FromHex(ChartColours.Quiet);
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = TextSize - 1;
        plot.Grid.MajorLineColor = Color.FromHex(ChartColours.Grid);

        if (model.Target is { } target) Draw(plot, target, Color.FromHex(ChartColours.Target), MarkerShape.None, LinePattern.Dashed);
        for (var i = 0; i < model.Lines.Count; i++) Draw(plot, model.Lines[i], Color.FromHex(ChartColours.Lines[i]), Markers[i], LinePattern.Solid);
        if (model.Mark is { } mark) Watermark(plot, mark);
        if (model.Lines.Count > 1 || model.Target is not null) plot.ShowLegend(Edge.Bottom);
        plot.Legend.FontSize = TextSize;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = Color.FromHex(ChartColours.Grid);
        SetAxes(plot, model, width, frequency);
        return plot;
    }

    static void Draw(Plot plot, ChartLine line, Color colour, MarkerShape marker, LinePattern pattern)
    {
        var named = false;
        foreach (var stretch in line.Stretches())
        {
            var drawn = plot.Add.Scatter(stretch.Select(p => (double)p.Period.Last.Index).ToArray(), stretch.Select(p => (double)p.Value!.Value).ToArray());
            drawn.Color = colour;
            drawn.LineWidth = 2;
            drawn.LinePattern = pattern;
            drawn.MarkerShape = marker;
            drawn.MarkerSize = marker == MarkerShape.None ? 0 : 6;
            drawn.LegendText = named ? "" : line.Name;
            named = true;
        }
    }

    static void Watermark(Plot plot, string mark)
    {
        var note = plot.Add.Annotation(mark, Alignment.UpperRight);
        note.LabelFontSize = TextSize;
        note.LabelFontColor = Color.FromHex(ChartColours.Mark);
        note.LabelBackgroundColor = Colors.White.WithAlpha(220);
        note.LabelBorderColor = Color.FromHex(ChartColours.Mark);
        note.LabelShadowColor = Colors.Transparent;
    }

    static void SetAxes(Plot plot, ChartModel model, int width, Frequency frequency)
    {
        var every = Math.Max(1, (int)Math.Ceiling(model.Periods.Count / (width / 80.0)));
        plot.Axes.Bottom.TickGenerator = new NumericManual(model.Periods.Where((_, i) => i % every == 0)
            .Select(p => new Tick(p.Last.Index, frequency == Frequency.YearToDate ? p.Last.ToString() : p.ToString())).ToArray());
        plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = value => value.ToString("#,0." + new string('#', model.Decimals), CultureInfo.InvariantCulture) };
        plot.Axes.AutoScale();
        plot.Axes.Left.MinorTickStyle.Length = 0;
        plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Top.FrameLineStyle.Width = 0;
        var values = model.Lines.SelectMany(line => line.Points).Select(p => p.Value).OfType<decimal>().DefaultIfEmpty(0).ToList();
        // Lines near zero start from zero, so that a small change does not look like a leap.
        if (values.Min() >= 0 && values.Min() < values.Max() / 2) plot.Axes.SetLimitsY(0, (double)values.Max() * 1.12);
        // The mark stands in the upper corner; no point may lie under it.
        else if (plot.Axes.GetLimits() is var seen) plot.Axes.SetLimitsY(seen.Bottom, Math.Max(seen.Top, (double)(values.Max() + (values.Max() - values.Min()) * 0.15m)));
        if (model.Periods.Count == 0) plot.Axes.SetLimits(0, 1, 0, 1);
        else plot.Axes.SetLimitsX(model.Periods[0].Last.Index - 0.7, model.Periods[^1].Last.Index + 0.7);
    }

    /// <summary>Breaks a line before it runs out of the picture; a Chinese character is as wide as the font is high.</summary>
    static string Wrapped(string text, float size, int width)
    {
        var lines = new StringBuilder();
        var used = 0f;
        foreach (var letter in text)
        {
            var wide = letter > 0x2E80 ? size : size * 0.6f;
            if (used + wide > width)
            {
                lines.Append('\n');
                used = 0;
            }
            lines.Append(letter);
            used += wide;
        }
        return lines.ToString();
    }
}
