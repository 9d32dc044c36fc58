using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;

namespace DemoCityAnalytics.Api.Charts.Kinds;

/// <summary>Unemployment across, demand for labour up, joined in time: down the curve is slack, outwards is mismatch.</summary>
static class BeveridgeCurve
{
    const double Height = 420;
    const double TextSize = 12;

    public static DrawnChart Of(FigureSet across, FigureSet up, Area area, double width)
    {
        var language = across.Language;
        var points = across.Series(area).Join(up.Series(area), x => x.Id.Period, y => y.Id.Period, (x, y) => (X: x, Y: y)).Where(p => p.X.Value is not null && p.Y.Value is not null).ToList();
        var cells = points.SelectMany(p => new[]
        {
            across.Cell(FigureText.Of(p.X.Id.Period, language), across.Name, p.X.Value), up.Cell(FigureText.Of(p.X.Id.Period, language), up.Name, p.Y.Value),
        }).ToList();
        var (source, mark) = DrawnChart.Words(across.Release, language);
        return new DrawnChart
        {
            Title = language.Of($"{area.Name}：{up.Name}与{across.Name}（贝弗里奇曲线）", $"{up.Name} against {across.Name}, {area.Name} (Beveridge curve)"),
            Description = across.Said(cells.TakeLast(4)),
            Cells = cells,
            Width = width,
            BodyHeight = Height,
            Source = source,
            Mark = mark,
            Body = (drawing, wide, top) =>
            {
                if (points.Count == 0) return;
                var (sx, sy) = (Scale(points.Select(p => p.X)), Scale(points.Select(p => p.Y)));
                var tickWidth = sy.Ticks().Max(tick => ChartText.Width(sy.Text(tick), TextSize));
                var (left, right, upper, lower) = (tickWidth + 30, wide - 30, top + 26, top + Height - 44);
                foreach (var tick in sy.Ticks())
                {
                    drawing.Line(left, sy.At(tick, lower, upper), right, sy.At(tick, lower, upper), Paint.Grid);
                    drawing.Text(left - 6, sy.At(tick, lower, upper) + 4, sy.Text(tick), TextSize, Paint.Quiet, TextSide.End);
                }
                foreach (var tick in sx.Ticks())
                {
                    drawing.Line(sx.At(tick, left, right), upper, sx.At(tick, left, right), lower, Paint.Grid);
                    drawing.Text(sx.At(tick, left, right), lower + 16, sx.Text(tick), TextSize, Paint.Quiet, TextSide.Middle);
                }
                drawing.Text(16, top + 12, up.Name + up.UnitText, TextSize, Paint.Quiet);
                drawing.Text(right, lower + 36, across.Name + across.UnitText, TextSize, Paint.Quiet, TextSide.End);
                (double X, double Y) At(int i) => (sx.At(points[i].X.Value!.Value, left, right), sy.At(points[i].Y.Value!.Value, lower, upper));
                for (var i = 1; i < points.Count; i++) drawing.Line(At(i - 1).X, At(i - 1).Y, At(i).X, At(i).Y, Paint.Bar, 1.5);
                for (var i = 0; i < points.Count; i++) drawing.Circle(At(i).X, At(i).Y, i == points.Count - 1 ? 6 : 3.5, Paint.Line(i == points.Count - 1 ? 1 : 0));
                // Names of the first, the last and each year's first point; more would cover each other.
                var named = new List<(double X, double Y)>();
                for (var i = points.Count - 1; i >= 0; i--)
                {
                    var (x, y) = At(i);
                    if (named.Any(n => Math.Abs(n.X - x) < 64 && Math.Abs(n.Y - y) < 16) || !(i == 0 || i == points.Count - 1 || points[i].X.Id.Period.First.MonthOfYear == 1)) continue;
                    named.Add((x, y));
                    drawing.Text(x > right - 70 ? x - 9 : x + 9, y - 6, ChartText.Tick(points[i].X.Id.Period, language), TextSize - 1, Paint.Ink, x > right - 70 ? TextSide.End : TextSide.Start);
                }
            },
        };
    }

    static AxisScale Scale(IEnumerable<Observation> values)
    {
        var all = values.Select(x => x.Value!.Value).ToList();
        return AxisScale.Over(all.Min(), all.Max());
    }
}
