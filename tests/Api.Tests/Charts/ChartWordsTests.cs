using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Tests.Charts;

public sealed class ChartWordsTests
{
    [Theory]
    [InlineData("2.07", "3.38", "2.0,2.5,3.0,3.5")]
    [InlineData("0.94", "1.64", "0.8,1.0,1.2,1.4,1.6,1.8")]
    [InlineData("0", "8200", "0,2,000,4,000,6,000,8,000,10,000")]
    [InlineData("80", "100", "80,85,90,95,100")]
    public void Ticks_OfOneAxis_HaveTheSameDecimals(string low, string high, string expected)
    {
        var scale = AxisScale.Over(decimal.Parse(low, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(high, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(',', scale.Ticks().Select(scale.Text)));
    }

    [Theory]
    [InlineData("唐山市2025年第四季度分组求人倍率（按职业大类）（单位：倍）【合成数据】")]
    [InlineData("Openings to job seekers ratio by occupation, 唐山市, 2025 Q4 (Unit: ratio) [Synthetic data]")]
    public void Title_IsNotBrokenInsideItsBrackets(string title)
    {
        foreach (var width in new[] { 200, 308, 420, 600 })
        {
            var lines = ChartText.Lines(title, 18, width);

            Assert.All(lines, line => Assert.Equal(line.Count(letter => "（【([".Contains(letter, StringComparison.Ordinal)), line.Count(letter => "）】)]".Contains(letter, StringComparison.Ordinal))));
            Assert.All(lines, line => Assert.True(ChartText.Width(line, 18) <= width, line));
            Assert.Equal(title.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void WordsInBrackets_WiderThanTheLine_AreBrokenAllTheSame() =>
        Assert.All(ChartText.Lines("（按登记注册类型和国民经济行业大类）", 18, 100), line => Assert.True(ChartText.Width(line, 18) <= 100, line));

    [Theory]
    [InlineData("2025-S1", "zh", "2025年上半年")]
    [InlineData("2025-S2", "en", "2025 H2")]
    [InlineData("2025-Q1", "zh", "2025-Q1")]
    [InlineData("2025-03-ytd", "en", "2025-03")]
    public void Period_UnderAnAxis_IsShort(string period, string language, string expected) =>
        Assert.Equal(expected, ChartText.Tick(Period.Parse(period), RequestLanguage.For(language)));
}
