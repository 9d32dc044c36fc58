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
    [InlineData("2024-02-r12", "2023-03-01", "2024-02-29")]
    [InlineData("2024-01-rm", "2023-12-21", "2024-01-20")]
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
    [InlineData("2024-06-r13")]
    [InlineData("-rm")]
    public void Parse_RefusesAnythingElse(string text) => Assert.Throws<FormatException>(() => Period.Parse(text));

    [Fact]
    public void EndingIn_IsNoneInsideAQuarter() =>
        Assert.Null(Period.EndingIn(new Month(2024, 5), Frequency.Quarter));

    [Fact]
    public void YearBefore_KeepsTheFrequency() =>
        Assert.Equal("2023-06-ytd", Period.Parse("2024-06-ytd").YearBefore().ToString());

    [Theory]
    [InlineData("2024-Q1", 3, "2024-01")]
    [InlineData("2024-02-r12", 12, "2023-03")]
    [InlineData("2024-01-rm", 1, "2024-01")]
    public void Months_AreThoseUnderWhichItsRecordsAreCounted(string text, int months, string from) =>
        Assert.Equal((months, from), (Period.Parse(text).Months, Period.Parse(text).CountedFrom.ToString()));

    [Theory]
    [InlineData("2024-Q1", "2023-12")]
    [InlineData("2024-02-r12", "2024-01")]
    [InlineData("2024-01-rm", "2023-12")]
    public void LastOfPrevious_IsWhereThePeriodBeforeEnds(string text, string last) => Assert.Equal(last, Period.Parse(text).LastOfPrevious.ToString());

    [Fact]
    public void Month_AddsAcrossYears() => Assert.Equal("2024-01", (new Month(2023, 11) + 2).ToString());
}
