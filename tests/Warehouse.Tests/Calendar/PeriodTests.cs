using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Warehouse.Tests.Calendar;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2024-06", "2024-06-01", "2024-06-30")]
    [InlineData("2024-Q1", "2024-01-01", "2024-03-31")]
    [InlineData("2024-S2", "2024-07-01", "2024-12-31")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02-ytd", "2024-01-01", "2024-02-29")]
    public void Parse_ReadsWhatIsWritten(string text, string start, string end)
    {
        var period = Period.Parse(text);

        Assert.Equal((text, start, end), (period.ToString(), $"{period.Start:yyyy-MM-dd}", $"{period.End:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-13")]
    [InlineData("2024-Q5")]
    [InlineData("2024-S3")]
    [InlineData("24-06")]
    [InlineData("2024-06-YTD")]
    public void Parse_RefusesAnythingElse(string text) => Assert.Throws<FormatException>(() => Period.Parse(text));

    [Fact]
    public void EndingIn_IsNoneInsideAQuarter() =>
        Assert.Null(Period.EndingIn(new Month(2024, 5), Frequency.Quarter));

    [Fact]
    public void YearBefore_KeepsTheFrequency() =>
        Assert.Equal("2023-06-ytd", Period.Parse("2024-06-ytd").YearBefore().ToString());

    [Fact]
    public void Month_AddsAcrossYears() => Assert.Equal("2024-01", (new Month(2023, 11) + 2).ToString());
}
