using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Tests.Definitions;

public sealed class SeriesBreaksTests
{
    readonly IndicatorHeader registered = IndicatorCatalogue.BuiltIn().Find("E05")!.Header;
    readonly IndicatorHeader surveyed = IndicatorCatalogue.BuiltIn().Find("E06")!.Header;

    [Theory]
    [InlineData("E05::130100:2021-01", true)]
    [InlineData("E05::130100:2021-Q1", true)]
    [InlineData("E05::130100:2021", true)]
    [InlineData("E05::130100:2021-02", false)]
    [InlineData("E05::130100:2020-12", false)]
    [InlineData("E06::0:2023-12", false)]
    [InlineData("E06::0:2023-12:survey_group:Y", true)]
    [InlineData("E06::0:2024-01:survey_group:Y", false)]
    public void TheFirstFigureOnANewBasisStartsIt(string figure, bool starts)
    {
        var id = FigureId.Parse(figure);

        Assert.Equal(starts, (id.Indicator == "E05" ? registered : surveyed).Starts(id));
    }

    [Theory]
    [InlineData("E05::130100:2021-06", "2020-06", false)]
    [InlineData("E05::130100:2021-01", "2020-12", false)]
    [InlineData("E05::130100:2022-06", "2021-06", true)]
    [InlineData("E05::130100:2020-06", "2019-06", true)]
    [InlineData("E06::0:2024-03:survey_group:Y", "2023-03", false)]
    [InlineData("E06::0:2024-03:survey_group:L", "2023-03", true)]
    public void NothingIsComparedAcrossABreak(string figure, string other, bool comparable)
    {
        var id = FigureId.Parse(figure);

        Assert.Equal(comparable, (id.Indicator == "E05" ? registered : surveyed).OnSameBasis(id, Period.Parse(other)));
    }
}
