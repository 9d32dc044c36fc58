using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Charts.Kinds;

/// <summary>Bars of one period: areas beside each other, or the groups of one area.</summary>
static class BarChart
{
    const double RowHeight = 28;
    const double TextSize = 13;

    public static DrawnChart OfAreas(FigureSet set, Period period, double width) => Draw(
        set, set.Language.Of($"{FigureText.Of(period, set.Language)}{set.Name}{set.UnitText}", $"{set.Name}, {FigureText.Of(period, set.Language)}{set.UnitText}"),
        set.Areas.Select(area => set.Cell(area.Name, "", set.At(area, period)?.Value)).ToList(), width);

    public static DrawnChart OfGroups(FigureSet set, Area area, Period period, string dimension, double width) => Draw(
        set, set.Language.Of($"{area.Name}{FigureText.Of(period, set.Language)}{set.Name}{set.UnitText}", $"{set.Name}, {area.Name}, {FigureText.Of(period, set.Language)}{set.UnitText}"),
        set.Groups(area, period, dimension).Select(x => set.Cell(set.Indicator.Header.Member(dimension, x.Id.Member, set.Language), "", x.Value)).ToList(), width);

    static DrawnChart Draw(FigureSet set, string title, IReadOnlyList<ChartCell> cells, double width)
    {
        var (source, mark) = DrawnChart.Words(set.Release, set.Language);
        var values = cells.Select(x => x.Value).OfType<decimal>().ToList();
        return new DrawnChart
        {
            Title = title,
            Description = set.Said(cells),
            Cells = cells,
            Width = width,
            BodyHeight = cells.Count * RowHeight + 8,
            Source = source,
            Mark = mark,
            Body = (drawing, wide, top) =>
            {
                var names = Math.Min(wide * 0.42, cells.Select(x => ChartText.Width(x.Row, TextSize)).DefaultIfEmpty(0).Max()) + 24;
                var texts = cells.Select(x => ChartText.Width(x.Text, TextSize)).DefaultIfEmpty(0).Max() + 10;
                var scale = AxisScale.Over(Math.Min(0, values.DefaultIfEmpty(0).Min()), values.DefaultIfEmpty(1).Max(), fromZero: true);
                var (left, right) = (names, wide - texts - 20 - (scale.Low < 0 ? texts : 0));
                var zero = scale.At(0, left, right);
                for (var i = 0; i < cells.Count; i++)
                {
                    var middle = top + (i + 0.5) * RowHeight;
                    drawing.Text(names - 10, middle + 5, ChartText.Fitted(cells[i].Row, TextSize, names - 20), TextSize, Paint.Ink, TextSide.End);
                    var end = cells[i].Value is { } value ? scale.At(value, left, right) : zero;
                    if (cells[i].Value is not null) drawing.Rectangle(Math.Min(zero, end), middle - 9, Math.Max(1, Math.Abs(end - zero)), 18, Paint.Bar);
                    drawing.Text(Math.Max(zero, end) + 6, middle + 5, cells[i].Text, TextSize, cells[i].Value is null ? Paint.Quiet : Paint.Ink);
                }
                drawing.Line(zero, top, zero, top + cells.Count * RowHeight, Paint.Quiet);
            },
        };
    }
}
