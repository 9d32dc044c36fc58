using System.Globalization;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Models;

/// <summary>A series' forecast by the model in use, with what must stand beside it.</summary>
public sealed record SeriesOutlook(string Model, string Version, string TrainedFrom, string TrainedTo, string Error, IReadOnlyList<ChartPoint> Points);

/// <summary>The fact table that the forecast model in use wrote; read once per model.</summary>
public sealed class Forecasts(IOptions<WarehouseOptions> options, TimeProvider clock)
{
    readonly Lock changing = new();
    int number;
    ILookup<(string Series, string Area), SeriesOutlook> outlooks = Array.Empty<SeriesOutlook>().ToLookup(_ => ("", ""));

    /// <summary>The models of this warehouse.</summary>
    public ModelStore Store { get; } = ModelService.StoreOf(options.Value, clock);

    public SeriesOutlook? Of(string series, int area)
    {
        var used = Store.InUse(ModelTraining.Forecast);
        lock (changing)
        {
            if (number != (used?.Number ?? 0)) (outlooks, number) = (Read(used), used?.Number ?? 0);
            return outlooks[(series, area.ToString(CultureInfo.InvariantCulture))].FirstOrDefault();
        }
    }

    ILookup<(string, string), SeriesOutlook> Read(KeptModel? used)
    {
        if (used is null) return Array.Empty<SeriesOutlook>().ToLookup(_ => ("", ""));
        var file = Path.Combine(Store.FolderOf(used.Model, used.Number), ForecastTable.File);
        var table = CsvTable.Parse(File.ReadAllText(file), ForecastTable.File);
        string Cell(IReadOnlyList<string> row, string column) => row[table.Column(column)];
        decimal? Number(IReadOnlyList<string> row, string column) =>
            decimal.TryParse(Cell(row, column), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
        return table.Rows.Where(row => Cell(row, "step") != "0").GroupBy(row => (Cell(row, "series"), Cell(row, "area"))).Select(group => (group.Key, Outlook: new SeriesOutlook(
                Cell(group.First(), "model"), Cell(group.First(), "version"), Cell(group.First(), "trained_from"), Cell(group.First(), "trained_to"), Cell(group.First(), "error"),
                [.. group.Select(row => new ChartPoint(Period.Parse(Cell(row, "month")), Number(row, "value"), Number(row, "low"), Number(row, "high"), Joined: true))])))
            .ToLookup(x => x.Key, x => x.Outlook);
    }
}

/// <summary>Puts a forecast into the chart of the series that it goes on from.</summary>
static class ForecastLine
{
    const int Shown = 6;

    /// <summary>The chart with the forecast as a line of its own; as it was when the forecast ends before the figures do.</summary>
    public static ChartModel With(this ChartModel chart, SeriesOutlook outlook, string name)
    {
        var points = outlook.Points.Where(point => chart.Periods.Count > 0 && point.Period.Last > chart.Periods[^1].Last).Take(Shown).ToList();
        return points.Count == 0 ? chart : chart with
        {
            Periods = [.. chart.Periods, .. points.Select(point => point.Period)],
            Lines = [.. chart.Lines, new ChartLine(name, points)],
        };
    }
}
