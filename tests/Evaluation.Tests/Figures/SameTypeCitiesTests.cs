using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Rehearsal;
using DemoCityAnalytics.Evaluation.Tests.Rounds;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Tests.Figures;

public sealed class SameTypeCitiesTests
{
    static readonly Period December = Period.Parse("2026-12");

    [Theory]
    [InlineData(1, "3.00", "3.50", "3.40", "3.60")]     // without its own 3.00: 3.40 3.50 3.60
    [InlineData(2, "3.00", "3.50", "3.40", "3.60")]     // 3.00 3.40 3.60
    [InlineData(1, "3.50", "3.50", "3.50", "3.60")]     // ties: one of the equals is the city itself
    public void Median_LeavesTheCityItselfOut(int city, params string[] values)
    {
        var others = values.Where((_, i) => i != city - 1).Select(Number).Order().ToList();

        Assert.Equal(others[1], Median(city, values));
    }

    [Fact]
    public void Median_OfTwo_IsRoundedHalfUpOnce() => Assert.Equal(3.46m, Median(1, "3.00", "3.50", "3.41"));

    [Fact]
    public void Median_WithoutAnotherCity_IsMissing() => Assert.Null(Median(1, "3.00"));

    static decimal? Median(int city, params string[] values)
    {
        List<Area> cities = [.. values.Select((_, i) => new Area(i + 1, $"{i}", "city", 0, "prefecture-level city", Synthetic: true)), new Area(99, "区", "city", 0, "district/county of a municipality", Synthetic: true)];
        var figures = new SyntheticFigures(SmallRound.Rules, cities, "-")
            .Corrected("R1", [.. values.Select((value, i) => (Id(i + 1), (decimal?)Number(value))), (Id(99), 9.99m)]);
        return new SameTypeCities(figures).Median(figures.Find(Id(city))!);
    }

    static FigureId Id(int city) => new("E05", "", city, December);

    static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
