using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Tests.Truth;

public sealed class TruthTableTests
{
    const int January = 2024 * 12, February = January + 1, March = January + 2, April = January + 3;

    static readonly Timeline Year = new(January, 12);
    static readonly PeriodGrid Grid = new(Year);

    [Fact]
    public void PartTable_SumsFlowsOverThePeriod_AndDividesOnce()
    {
        var table = new PartTable(Kind());
        table.Count(January, isPart: true, new Member("sex", "1"));
        table.Count(February, isPart: false, new Member("sex", "2"));
        table.Count(March, isPart: true, new Member("sex", ""));

        Assert.Equal("66.67", Value(table, "2024-Q1"));
        Assert.Equal("0.00", Value(table, "2024-02"));
        Assert.Null(Value(table, "2024-04"));
        Assert.Equal("100.00", Value(table, "2024-Q1", "sex", "1"));
        Assert.DoesNotContain(table.Figures(130100, Grid), figure => figure is { Breakdown: "sex", Period: "2024-04" });
    }

    [Fact]
    public void PartTable_KeepsWhatStays_UntilTheMonthInWhichItEnds()
    {
        var table = new PartTable(Kind() with { IsStock = true });
        table.Stay(January - 30, until: March, part: 1, whole: 1); // there before the run
        table.Stay(February, until: null, part: 0, whole: 1);
        table.Stay(February, until: February, part: 1, whole: 1);  // came and went
        table.Stay(January - 9, until: January - 3, part: 1, whole: 1);

        Assert.Equal("100.00", Value(table, "2024-01"));
        Assert.Equal("50.00", Value(table, "2024-02"));
        Assert.Equal("0.00", Value(table, "2024-Q1"));
        Assert.Equal("0.00", Value(table, "2024"));
    }

    [Fact]
    public void PartTable_HoldsMembersAgainstTheWhole_WhereTheyShareIt()
    {
        var table = new PartTable(Kind() with { MembersShareTheWhole = true, Scale = 1000 });
        table.Count(January, 0, 400);
        table.CountMember(new("violation_kind", "1"), January, 3, 0);

        Assert.Equal("7.50", Value(table, "2024-01", "violation_kind", "1"));
        Assert.Equal("0.00", Value(table, "2024-01"));
    }

    [Fact]
    public void PartTable_StatesNoCount_OfAYearThatBeganBeforeTheRun()
    {
        var grid = new PeriodGrid(new Timeline(March, 12));
        var kind = new FigureKind("X01", "", new Timeline(March, 12), periods => periods.Years) { IsCount = true, Decimals = 0 };
        var (flow, stock) = (new PartTable(kind), new PartTable(kind with { IsStock = true }));
        flow.Count(April, 5, 0);
        stock.Stay(January, null, 5, 0);

        Assert.Null(flow.Figures(0, grid).Single().Value);
        Assert.Equal("5", stock.Figures(0, grid).Single().Value);
    }

    [Fact]
    public void QuantileTable_TakesTheMiddleValue_AndTheNearestRank()
    {
        var table = new QuantileTable(Kind() with { Decimals = 1 }, hasPercentile: true);
        foreach (var value in new[] { 0, 1, 1, 4, 9 }) table.Count(January, value);
        table.Count(February, 3);

        Assert.Equal("1.0", Value(table, "2024-01"));
        Assert.Equal("3.0", Value(table, "2024-02"));
        Assert.Equal("2.0", Value(table, "2024-Q1")); // 0 1 1 | 3 4 9: the mean of 1 and 3
        Assert.Equal("9.0", table.Figures(130100, Grid).Single(figure => figure is { Variant: "p90", Period: "2024-01" }).Value);
        Assert.Null(Value(table, "2024-03"));
    }

    [Fact]
    public void Sum_AddsTheCitiesParts_NotTheirQuotients()
    {
        var (small, large) = (new PartTable(Kind()), new PartTable(Kind()));
        small.Count(January, 1, 1);
        large.Count(January, 0, 3);

        Assert.Equal("25.00", Value(TruthTable.Sum([[small], [large]]).Single(), "2024-01"));
        Assert.Equal("100.00", Value(small, "2024-01"));
    }

    static FigureKind Kind() => new("X01", "", Year, grid => grid.Common);

    static string? Value(TruthTable table, string period, string breakdown = "", string member = "") =>
        table.Figures(130100, Grid).Single(figure => figure.Variant == "" && figure.Period == period && figure.Breakdown == breakdown && figure.Member == member).Value;
}
