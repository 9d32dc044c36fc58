using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Models;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Tests.Models;

public sealed class ForecastLineTests
{
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
        var forecast = IndicatorCatalogue.BuiltIn().Find("M01")!;
        var label = new ModelLabel(2, new Month(2022, 1), new Month(2024, 2), 0.83m);
        var outlook = new SeriesOutlook(new ReleasedIndicator("M01", forecast.Header, forecast.Hash, forecast.Sql), label, [At("2024-02", 9), At("2024-03", 7), At("2024-04", 8)]);

        var drawn = chart.With(outlook, "forecast");

        Assert.Equal(["2024-01", "2024-02", "2024-03", "2024-04"], drawn.Periods.Select(period => period.ToString()));
        Assert.Equal([7m, 8m], drawn.Lines[1].Points.Select(point => point.Value!.Value));
        Assert.Equal(2, drawn.Lines[0].Points.Count);
        Assert.Same(chart, chart.With(outlook with { Points = [At("2024-02", 9)] }, "forecast"));
    }

    [Fact]
    public void Label_IsReadBackFromTheNote()
    {
        var label = new ModelLabel(2, new Month(2022, 1), new Month(2024, 12), 0.8m);

        Assert.Equal(label, ModelLabel.Read(label.ToString()));
        Assert.Equal("model output: version 2, trained on 2022-01 to 2024-12, error on held-out origins 0.80 of seasonal naive's", label.English);
        Assert.Null(ModelLabel.Read("模型没有这个月的预测"));
        Assert.Null(ModelLabel.Read(null));
    }
}
