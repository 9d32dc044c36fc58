using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Charts.Kinds;

/// <summary>One row per area: the period's value (●) and that of a year before (○), joined.</summary>
static class DotPlot
{
    const double RowHeight = 30;
    const double TextSize = 13;

    public static DrawnChart Of(FigureSet set, Period period, double width)
    {
        var (language, before) = (set.Language, period.YearBefore());
        var (now, then) = (FigureText.Of(period, language), FigureText.Of(before, language));
        var rows = set.Areas.Select(area => (Now: set.Cell(area.Name, now, set.At(area, period)?.Value), Then: set.Cell(area.Name, then, set.YearBefore(area, period)?.Value))).ToList();
        var cells = rows.SelectMany(x => new[] { x.Now, x.Then }).ToList();
        var values = cells.Select(x => x.Value).OfType<decimal>().ToList();
        var (source, mark) = DrawnChart.Words(set.Release, language);
        return new DrawnChart
        {
            Title = language.Of($"{set.Name}：{now}与{then}{set.UnitText}", $"{set.Name}: {now} and {then}{set.UnitText}"),
            Description = set.Said(cells),
            Cells = cells,
            Width = width,
            BodyHeight = rows.Count * RowHeight + 58,
            Source = source,
            Mark = mark,
            Body = (drawing, wide, top) =>
            {
                drawing.Circle(wide / 2 - 130, top + 8, 5, Paint.Line(0));
                drawing.Text(wide / 2 - 120, top + 13, now, TextSize, Paint.Ink);
                drawing.Circle(wide / 2 + 20, top + 8, 5, Paint.Line(1), filled: false);
                drawing.Text(wide / 2 + 30, top + 13, then, TextSize, Paint.Ink);
                top += 28;
                var names = rows.Select(x => ChartText.Width(x.Now.Row, TextSize)).DefaultIfEmpty(0).Max() + 30;
                var texts = cells.Select(x => ChartText.Width(x.Text, TextSize)).DefaultIfEmpty(0).Max();
                var (left, right) = (names + texts / 2, wide - 2 * texts - 60);
                var scale = values.Count == 0 ? new AxisScale(0, 1, 1) : AxisScale.Over(values.Min(), values.Max());
                var bottom = top + rows.Count * RowHeight;
                foreach (var tick in scale.Ticks())
                {
                    var x = scale.At(tick, left, right);
                    drawing.Line(x, top, x, bottom, Paint.Grid);
                    drawing.Text(x, bottom + 18, scale.Text(tick), TextSize - 1, Paint.Quiet, TextSide.Middle);
                }
                // Over the columns the signs of the legend: two periods in words would run into each other.
                drawing.Circle(wide - 36 - 1.5 * texts, top - 6, 5, Paint.Line(0));
                drawing.Circle(wide - 18 - 0.5 * texts, top - 6, 5, Paint.Line(1), filled: false);
                for (var i = 0; i < rows.Count; i++)
                {
                    var y = top + (i + 0.5) * RowHeight;
                    drawing.Text(names - 14, y + 5, rows[i].Now.Row, TextSize, Paint.Ink, TextSide.End);
                    if (rows[i].Now.Value is { } a && rows[i].Then.Value is { } b) drawing.Line(scale.At(a, left, right), y, scale.At(b, left, right), y, Paint.Quiet, 1.5);
                    if (rows[i].Then.Value is { } past) drawing.Circle(scale.At(past, left, right), y, 5, Paint.Line(1), filled: false);
                    if (rows[i].Now.Value is { } value) drawing.Circle(scale.At(value, left, right), y, 5, Paint.Line(0));
                    drawing.Text(wide - texts - 36, y + 5, rows[i].Now.Text, TextSize, Paint.Ink, TextSide.End);
                    drawing.Text(wide - 18, y + 5, rows[i].Then.Text, TextSize, Paint.Quiet, TextSide.End);
                }
            },
        };
    }
}
