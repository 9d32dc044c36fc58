using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Models;
using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Options;
using Training = DemoCityAnalytics.Metrics.Models.Training.Training;

namespace DemoCityAnalytics.Api.Tests.Models;

public sealed class ForecastLineTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("dca-forecasts-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Outlook_IsThatOfTheModelInUse_AndFollowsARollBack()
    {
        var forecasts = new Forecasts(Options.Create(new WarehouseOptions { Folder = folder }), TimeProvider.System);
        Assert.Null(forecasts.Of("new_urban_jobs", 130100));
        forecasts.Store.Keep(Made("10.00", "8.00", "12.00"));
        forecasts.Store.Keep(Made("20.00", "", ""));

        Assert.Equal([20m], forecasts.Of("new_urban_jobs", 130100)!.Points.Select(point => point.Value!.Value));
        forecasts.Store.RollBack(ModelTraining.Forecast);

        var outlook = forecasts.Of("new_urban_jobs", 130100)!;
        Assert.Equal((10m, 8m, 12m), (outlook.Points[0].Value!.Value, outlook.Points[0].Low!.Value, outlook.Points[0].High!.Value));
        Assert.Equal(("forecast/theta", "2", "half as wrong"), (outlook.Model, outlook.Version, outlook.Error));
        Assert.Null(forecasts.Of("openings", 130100));
    }

    [Fact]
    public void Line_GoesOnFromTheFigures_AndStaysApartFromThem()
    {
        ChartPoint At(string month, decimal value) => new(Period.Parse(month), value, value - 1, value + 1, true);
        var chart = new ChartModel
        {
            Title = "",
            Description = "",
            Unit = "",
            UnitText = "",
            Decimals = 0,
            Source = "",
            Mark = null,
            Target = null,
            Periods = [Period.Parse("2024-01"), Period.Parse("2024-02")],
            Lines = [new ChartLine("figures", [At("2024-01", 5), At("2024-02", 6)])],
        };
        var outlook = new SeriesOutlook("m", "1", "", "", "", [At("2024-02", 9), At("2024-03", 7), At("2024-04", 8)]);

        var drawn = chart.With(outlook, "forecast");

        Assert.Equal(["2024-01", "2024-02", "2024-03", "2024-04"], drawn.Periods.Select(period => period.ToString()));
        Assert.Equal([7m, 8m], drawn.Lines[1].Points.Select(point => point.Value!.Value));
        Assert.Equal(2, drawn.Lines[0].Points.Count);
        Assert.Same(chart, chart.With(outlook with { Points = [At("2024-02", 9)] }, "forecast"));
    }

    static Training Made(string value, string low, string high) => new(
        ModelTraining.Forecast, new("forecast", "2", "2022-01", "2024-12", value, "half as wrong"), 1, "trained",
        target => File.WriteAllText(Path.Combine(target, ForecastTable.File),
            "series,area,as_of,step,month,value,low,high,model,version,trained_from,trained_to,data_hash,error\n"
            + $"new_urban_jobs,130100,2024-12,1,2025-01,{value},{low},{high},forecast/theta,2,2022-01,2024-12,x,\"half as wrong\"\n"
            + "target_probability,130100,2024-12,0,2024-12,55.00,,,forecast/theta,2,2022-01,2024-12,x,\"half as wrong\"\n"));
}
