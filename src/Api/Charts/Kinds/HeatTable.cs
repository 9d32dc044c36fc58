using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Charts.Kinds;

/// <summary>Areas down, periods across, every number printed on its shade.</summary>
static class HeatTable
{
    const double RowHeight = 28;
    const double TextSize = 12;
    const int Shades = 5;

    public static DrawnChart Of(FigureSet set, double width)
    {
        var language = set.Language;
        var latest = set.Latest;
        var periods = set.Areas.SelectMany(set.Series).Select(x => x.Id.Period).Where(x => latest is { } last && x.Last <= last.Last).Distinct().Order().ToList();
        var widest = set.Areas.SelectMany(set.Series).Select(x => ChartText.Width(Short(set, x.Value), TextSize)).DefaultIfEmpty(30).Max() + 12;
        var names = set.Areas.Select(area => ChartText.Width(area.Name, TextSize)).DefaultIfEmpty(0).Max() + 28;
        widest = Math.Max(widest, periods.Select(x => ChartText.Width(Head(x), TextSize - 1)).DefaultIfEmpty(0).Max() + 8);
        // As many of the latest periods as there is room for.
        periods = periods.TakeLast(Math.Max(1, (int)((width - names - 16) / widest))).ToList();
        var cells = set.Areas.SelectMany(area => periods.Select(period => set.Cell(area.Name, FigureText.Of(period, language), set.At(area, period)?.Value))).ToList();
        var values = cells.Select(x => x.Value).OfType<decimal>().ToList();
        var (source, mark) = DrawnChart.Words(set.Release, language);
        return new DrawnChart
        {
            Title = language.Of($"各地{set.Name}{set.UnitText}", $"{set.Name} by area{set.UnitText}"),
            Description = set.Said(cells.Where((_, i) => i % Math.Max(1, periods.Count) == periods.Count - 1)),
            Cells = cells,
            Width = width,
            BodyHeight = set.Areas.Count * RowHeight + 24,
            Source = source,
            Mark = mark,
            Body = (drawing, wide, top) =>
            {
                if (values.Count == 0) return;
                var (low, high) = (values.Min(), values.Max());
                var column = Math.Min(110, (wide - names - 16) / periods.Count);
                for (var p = 0; p < periods.Count; p++) drawing.Text(names + (p + 0.5) * column, top + 14, Head(periods[p]), TextSize - 1, Paint.Quiet, TextSide.Middle);
                for (var a = 0; a < set.Areas.Count; a++)
                {
                    var y = top + 22 + a * RowHeight;
                    drawing.Text(names - 10, y + 19, set.Areas[a].Name, TextSize, Paint.Ink, TextSide.End);
                    for (var p = 0; p < periods.Count; p++)
                    {
                        var value = cells[a * periods.Count + p].Value;
                        var shade = value is { } number ? ShadeOf(number, low, high) : -1;
                        if (shade >= 0) drawing.Rectangle(names + p * column + 1, y + 1, column - 2, RowHeight - 2, Paint.Shade(shade));
                        drawing.Text(names + (p + 0.5) * column, y + 19, Short(set, value), TextSize, shade < 0 ? Paint.Quiet : Paint.OnShade(shade), TextSide.Middle);
                    }
                }
            },
        };
    }

    public static int ShadeOf(decimal value, decimal low, decimal high) => high == low ? 1 : Math.Min(Shades - 1, (int)((value - low) / (high - low) * Shades));

    // The unit stands in the title.
    static string Short(FigureSet set, decimal? value) => value is { } number ? FigureText.Number(number, set.Decimals) : FigureText.None;

    static string Head(Period period) => period.Frequency == Frequency.YearToDate ? period.Last.ToString() : period.ToString();
}
