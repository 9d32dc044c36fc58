using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Tests.Language;

public sealed class FigureTextTests
{
    static readonly RequestLanguage Chinese = RequestLanguage.For("zh");
    static readonly RequestLanguage English = RequestLanguage.For("en");

    [Theory]
    [InlineData("213604", "人", 0, "21.36万人", "213,604人", "213,604")]
    [InlineData("9999", "人", 0, "9,999人", "9,999人", "9,999")]
    [InlineData("10005", "人", 0, "1.00万人", "10,005人", "10,005")]
    [InlineData("-15000", "人", 0, "−1.50万人", "−15,000人", "−15,000")]
    [InlineData("3.1", "%", 2, "3.10%", "3.10%", "3.10%")]
    [InlineData("1.08", "倍", 2, "1.08", "1.08", "1.08")]
    [InlineData("92.65", "分", 2, "92.65分", "92.65分", "92.65")]
    [InlineData("0.6324", "0-1", 4, "0.6324", "0.6324", "0.6324")] // a range is no unit: 0.63240-1 would be another number
    [InlineData("1", "是/否", 0, "1", "1", "1")]
    public void Figure_IsWrittenAsInOfficialPapers(string value, string unit, int decimals, string chinese, string exact, string english)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(new ShownFigure(chinese, exact), FigureText.Of(number, unit, decimals, Chinese));
        Assert.Equal(english, FigureText.Of(number, unit, decimals, English).Text);
    }

    [Theory]
    [InlineData("1.2", "%", 1, "+1.2个百分点", "+1.2 pp")]
    [InlineData("-0.29", "%", 2, "−0.29个百分点", "−0.29 pp")]
    [InlineData("-35560", "人", 0, "−3.56万人", "−35,560")]
    [InlineData("0", "倍", 2, "0.00", "0.00")]
    public void Difference_OfRates_IsInPercentagePoints(string change, string unit, int decimals, string chinese, string english)
    {
        var number = decimal.Parse(change, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(chinese, FigureText.Difference(number, unit, decimals, Chinese));
        Assert.Equal(english, FigureText.Difference(number, unit, decimals, English));
    }

    [Theory]
    [InlineData("2024-06", "2024年6月", "Jun 2024")]
    [InlineData("2024-Q2", "2024年第二季度", "2024 Q2")]
    [InlineData("2024-S1", "2024年上半年", "2024 H1")]
    [InlineData("2024", "2024年", "2024")]
    [InlineData("2024-09-ytd", "2024年1—9月", "Jan–Sep 2024")]
    [InlineData("2024-01-ytd", "2024年1月", "Jan 2024")]
    public void Period_IsWrittenInWords(string period, string chinese, string english)
    {
        Assert.Equal(chinese, FigureText.Of(Period.Parse(period), Chinese));
        Assert.Equal(english, FigureText.Of(Period.Parse(period), English));
    }
}
