using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Observations;

namespace DemoCityAnalytics.Api.Charts.Kinds;

/// <summary>One small panel per area, all on the same axes, so that shapes can be compared at a glance.</summary>
static class SmallMultiples
{
    const double PanelHeight = 130;
    const double PanelWidth = 300;
    const double TextSize = 12;

    public static DrawnChart Of(FigureSet set, double width)
    {
        var language = set.Language;
        var series = set.Areas.Select(area => (area.Name, Points: set.Series(area))).Where(x => x.Points.Any(p => p.Value is not null)).ToList();
        var latest = series.SelectMany(x => x.Points).Where(p => p.Value is not null).Select(p => p.Id.Period.Last.Index).DefaultIfEmpty(0).Max();
        var shown = series.Select(x => (x.Name, Points: x.Points.Where(p => p.Id.Period.Last.Index <= latest).ToList())).ToList();
        var cells = shown.SelectMany(x => x.Points.Select(p => set.Cell(x.Name, FigureText.Of(p.Id.Period, language), p.Value))).ToList();
        var across = Math.Clamp((int)(width / PanelWidth), 1, Math.Max(1, shown.Count));
        var place = set.Areas.Count == 1 ? set.Areas[0].Name : null;
        var (source, mark) = DrawnChart.Words(set.Release, language);
        return new DrawnChart
        {
            Title = language.Of($"{place ?? "各地"}{set.Name}{set.UnitText}", place is null ? $"{set.Name} by area{set.UnitText}" : $"{set.Name}, {place}{set.UnitText}"),
            Description = set.Said(shown.Select(x => set.Cell(x.Name, FigureText.Of(x.Points[^1].Id.Period, language), x.Points[^1].Value))),
            Cells = cells,
            Width = width,
            BodyHeight = Math.Ceiling(shown.Count / (double)across) * PanelHeight,
            Source = source,
            Mark = mark,
            Body = (drawing, wide, top) =>
            {
                var values = cells.Select(x => x.Value).OfType<decimal>().ToList();
                if (values.Count == 0) return;
                var scale = AxisScale.Over(values.Min(), values.Max());
                var first = shown.SelectMany(x => x.Points).Min(p => p.Id.Period.Last.Index);
                var panel = (wide - 32) / across;
                for (var i = 0; i < shown.Count; i++)
                    Panel(drawing, set, shown[i].Name, shown[i].Points, scale, first, latest, 16 + i % across * panel, top + i / across * PanelHeight, panel - 14);
            },
        };
    }

    static void Panel(IDrawing drawing, FigureSet set, string name, List<Observation> points, AxisScale scale, int first, int last, double x, double y, double width)
    {
        var tickWidth = scale.Ticks().Max(tick => ChartText.Width(scale.Text(tick), TextSize - 2)) + 6;
        var (left, right, upper, lower) = (x + tickWidth, x + width - 6, y + 26, y + PanelHeight - 26);
        drawing.Text(x + tickWidth, y + 16, name, TextSize + 1, Paint.Ink);
        if (points.LastOrDefault(p => p.Value is not null) is { } final)
            drawing.Text(right, y + 16, FigureText.Of(final.Value, set.Unit, set.Decimals, set.Language).Exact, TextSize, Paint.Ink, TextSide.End);
        foreach (var tick in new[] { scale.Low, scale.High })
        {
            drawing.Line(left, scale.At(tick, lower, upper), right, scale.At(tick, lower, upper), Paint.Grid);
            drawing.Text(left - 5, scale.At(tick, lower, upper) + 4, scale.Text(tick), TextSize - 2, Paint.Quiet, TextSide.End);
        }
        double X(Observation p) => first == last ? (left + right) / 2 : left + 4 + (right - left - 8) * (p.Id.Period.Last.Index - first) / (last - first);
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Value is not { } value) continue;
            // A gap, a break of the series and a new year's cumulation are not bridged.
            var joined = i > 0 && points[i - 1].Value is not null && points[i].Status != ObservationStatus.Break
                && !(points[i].Id.Period.Frequency == Warehouse.Calendar.Frequency.YearToDate && points[i].Id.Period.Last.MonthOfYear == 1);
            if (joined) drawing.Line(X(points[i - 1]), scale.At(points[i - 1].Value!.Value, lower, upper), X(points[i]), scale.At(value, lower, upper), Paint.Line(0), 2);
            else drawing.Circle(X(points[i]), scale.At(value, lower, upper), 2, Paint.Line(0));
        }
        drawing.Text(left, lower + 15, ChartText.Tick(points[0].Id.Period, set.Language), TextSize - 2, Paint.Quiet);
        drawing.Text(right, lower + 15, ChartText.Tick(points[^1].Id.Period, set.Language), TextSize - 2, Paint.Quiet, TextSide.End);
    }
}
