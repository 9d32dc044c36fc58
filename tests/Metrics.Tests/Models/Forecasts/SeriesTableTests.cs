using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Forecasts;

namespace DemoCityAnalytics.Metrics.Tests.Models.Forecasts;

public sealed class SeriesTableTests
{
    [Fact]
    public void Monthly_LeftOutMonth_IsMissing()
    {
        var series = Assert.Single(SeriesTable.Monthly(CsvTable.Parse("series,period,value\na,2024-03,3\na,2024-01,1\n", "t.csv")));

        Assert.Equal(["2024-01", "2024-02", "2024-03"], series.Periods);
        Assert.Equal([1, null, 3], series.Values);
        Assert.Equal(SeriesStatus.Missing, series.Status);
    }

    [Fact]
    public void Monthly_MonthTwice_IsRefused()
    {
        var wrong = Assert.Throws<FormatException>(() => SeriesTable.Monthly(CsvTable.Parse("series,period,value\na,2024-01,1\na,2024-01,2\n", "t.csv")));

        Assert.Contains("2024-01 twice", wrong.Message, StringComparison.Ordinal);
    }

    /// <summary>2024-01-01 is a Monday: seven days make one week, the two after it make none.</summary>
    [Fact]
    public void Weekly_UnfinishedWeek_IsLeftOut()
    {
        var days = string.Concat(Enumerable.Range(1, 9).Select(day => $"2024-01-0{day},US,{day}\n"));

        var series = Assert.Single(SeriesTable.WeeklyFromDaily(CsvTable.Parse("date,kind,x\n" + days, "t.csv"), "date", "kind", ["x"]));

        Assert.Equal(["2024-01-07"], series.Periods);
        Assert.Equal([4], series.Values);
    }

    /// <summary>Unemployed persons by industry as published; the sum was taken by an independent program.</summary>
    [Fact]
    public async Task OpenSample_GivesFourteenUsableSeries()
    {
        var table = await CsvTable.Read(Repository.PathOf("data-samples", "us-unemployment-by-industry", "unemployed.csv"), CancellationToken.None);

        var series = SeriesTable.Monthly(table);

        Assert.Equal(14, series.Count);
        Assert.All(series, x => Assert.Equal((SeriesStatus.Usable, "2000-01", "2010-02", 122), (x.Status, x.Periods[0], x.Periods[^1], x.Values.Count)));
        Assert.Equal(944_327, series.Sum(x => x.Values.Sum()));
    }

    [Fact]
    public void Csv_QuotedBreaksAndQuotes_AreKept()
    {
        var table = CsvTable.Parse("\uFEFFa,b\r\n\"x\ny\",\"say \"\"no\"\"\"\r\n", "t.csv");

        Assert.Equal(["x\ny", "say \"no\""], Assert.Single(table.Rows));
    }

    [Fact]
    public void Csv_RaggedRow_NamesTheLine()
    {
        var wrong = Assert.Throws<FormatException>(() => CsvTable.Parse("a,b\n1,2\n3\n", "t.csv"));

        Assert.Contains("t.csv line 3: 1 cells found, expected 2", wrong.Message, StringComparison.Ordinal);
    }
}
