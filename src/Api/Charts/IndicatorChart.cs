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
        using var plot = Plot(model, request.Width, language);
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

    static Plot Plot(ChartModel model, int width, RequestLanguage language)
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
        SetAxes(plot, model, width, language);
        return plot;
    }

    static string Wrapped(string text, float size, int width) => string.Join('\n', ChartText.Lines(text, size, width));

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

    static void SetAxes(Plot plot, ChartModel model, int width, RequestLanguage language)
    {
        var every = Math.Max(1, (int)Math.Ceiling(model.Periods.Count / (width / 80.0)));
        plot.Axes.Bottom.TickGenerator = new NumericManual(model.Periods.Where((_, i) => i % every == 0)
            .Select(p => new Tick(p.Last.Index, ChartText.Tick(p, language))).ToArray());
        plot.Axes.AutoScale();
        plot.Axes.Left.MinorTickStyle.Length = 0;
        plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Top.FrameLineStyle.Width = 0;
        var values = model.Lines.Append(model.Target).OfType<ChartLine>().SelectMany(line => line.Points).Select(p => p.Value).OfType<decimal>().DefaultIfEmpty(0).ToList();
        var scale = AxisScale.Over(values.Min(), values.Max());
        plot.Axes.Left.TickGenerator = new NumericManual(scale.Ticks().Select(tick => new Tick((double)tick, scale.Text(tick))).ToArray());
        // Points at the foot are drawn whole; the mark stands in the upper corner, and no point may lie under it.
        var room = scale.High - scale.Low;
        plot.Axes.SetLimitsY((double)(scale.Low == 0 ? 0 : scale.Low - room * 0.03m), (double)Math.Max(scale.High + room * 0.03m, values.Max() + room * 0.15m));
        if (model.Periods.Count == 0) plot.Axes.SetLimits(0, 1, 0, 1);
        else plot.Axes.SetLimitsX(model.Periods[0].Last.Index - 0.7, model.Periods[^1].Last.Index + 0.7);
    }
}
