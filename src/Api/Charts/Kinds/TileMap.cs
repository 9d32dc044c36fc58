using System.Globalization;
using System.Reflection;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Charts.Kinds;

/// <summary>
/// One tile for each province, set out roughly as they lie: no boundaries, so that no map needs approving. The number is printed on
/// each tile; a province without a figure has an outline alone.
/// </summary>
static class TileMap
{
    const double Tile = 64;
    const double TextSize = 13;

    static readonly IReadOnlyList<(int Code, string Name, int Column, int Row)> Tiles = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Charts/tiles.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','))
        .Select(cells => (int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), int.Parse(cells[3], CultureInfo.InvariantCulture))).ToList();

    public static DrawnChart Of(FigureSet set, Period period)
    {
        var language = set.Language;
        var cells = Tiles.Select(tile => set.Cell(tile.Name, "", set.Release.Areas.GetValueOrDefault(tile.Code) is { } area ? set.At(area, period)?.Value : null)).ToList();
        var values = cells.Select(x => x.Value).OfType<decimal>().ToList();
        var (columns, rows) = (Tiles.Max(x => x.Column) + 1, Tiles.Max(x => x.Row) + 1);
        var (source, mark) = DrawnChart.Words(set.Release, language);
        return new DrawnChart
        {
            Title = language.Of($"{FigureText.Of(period, language)}各省份{set.Name}{set.UnitText}", $"{set.Name} by province, {FigureText.Of(period, language)}{set.UnitText}"),
            Description = values.Count == 0 ? Texts.In(language)["chart.no_values"] : set.Said(cells.Where(x => x.Value is not null)),
            Cells = cells,
            Width = columns * Tile + 48,
            BodyHeight = rows * Tile + 26,
            Source = source,
            Mark = mark,
            Body = (drawing, wide, top) =>
            {
                for (var i = 0; i < Tiles.Count; i++)
                {
                    var (x, y) = (24 + Tiles[i].Column * Tile, top + Tiles[i].Row * Tile);
                    var shade = cells[i].Value is { } value ? HeatTable.ShadeOf(value, values.Min(), values.Max()) : -1;
                    if (shade >= 0) drawing.Rectangle(x + 2, y + 2, Tile - 4, Tile - 4, Paint.Shade(shade));
                    else Outline(drawing, x + 2, y + 2, Tile - 4);
                    var ink = shade < 0 ? Paint.Quiet : Paint.OnShade(shade);
                    drawing.Text(x + Tile / 2, y + 28, Tiles[i].Name, TextSize, ink, TextSide.Middle);
                    drawing.Text(x + Tile / 2, y + 47, cells[i].Value is { } number ? ChartText.Fitted(FigureText.Number(number, set.Decimals), TextSize - 1, Tile - 8) : FigureText.None, TextSize - 1, ink, TextSide.Middle);
                }
                drawing.Text(wide / 2, top + rows * Tile + 18, Texts.In(language)["chart.tiles"], TextSize - 2, Paint.Quiet, TextSide.Middle);
            },
        };
    }

    static void Outline(IDrawing drawing, double x, double y, double size)
    {
        drawing.Line(x, y, x + size, y, Paint.Grid);
        drawing.Line(x + size, y, x + size, y + size, Paint.Grid);
        drawing.Line(x + size, y + size, x, y + size, Paint.Grid);
        drawing.Line(x, y + size, x, y, Paint.Grid);
    }
}
