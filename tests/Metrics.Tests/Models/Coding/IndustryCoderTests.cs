using DemoCityAnalytics.Metrics.Models.Coding;

namespace DemoCityAnalytics.Metrics.Tests.Models.Coding;

public sealed class IndustryCoderTests
{
    /// <summary>Made-up names whose trade is in them: what is held out must be told far better than by always naming the most frequent.</summary>
    static readonly (string Name, string? Industry)[] Register =
    [
        .. Enumerable.Range(0, 700).Select(at => (at % 5) switch
        {
            0 => ($"合成{at}号软件科技有限公司", "软件和信息技术服务业"),
            1 => ($"合成{at}号餐饮管理有限公司", "餐饮业"),
            2 => ($"合成{at}号物业服务有限公司", "房地产业"),
            3 => ($"合成{at}号服饰有限公司", "纺织服装、服饰业"),
            _ => ($"合成{at}号贸易商行", (string?)"批发业"),
        }),
        ("没有行业的单位", null),
        ("行业写法不标准的单位", "卖东西"),
    ];

    [Fact]
    public void HeldOutEmployers_AreToldBetterThanByTheMostFrequent()
    {
        var review = IndustryReview.Of(Register, []);

        Assert.Equal(700, review.Learned + review.HeldOut.Reviewed);
        Assert.InRange(review.HeldOut.Reviewed, 100, 180);
        Assert.True(review.HeldOut.Right > 0.9 * review.HeldOut.Reviewed, review.HeldOut.ToString());
        Assert.True(review.Baseline.Right < 0.5 * review.Baseline.Reviewed, review.Baseline.ToString());
    }

    [Fact]
    public void TooFewEmployers_GiveNoModel() =>
        Assert.StartsWith("100 employers state a division", Assert.Throws<FormatException>(() => IndustryReview.Of(Register[..100], [])).Message, StringComparison.Ordinal);

    [Fact]
    public void Examples_AreThoseWithADivisionOfTheStandard() => Assert.Equal(700, IndustryCoder.Examples(Register).Count);
}
