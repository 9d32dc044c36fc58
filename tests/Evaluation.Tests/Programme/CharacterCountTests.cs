using DemoCityAnalytics.Evaluation.Programme;

namespace DemoCityAnalytics.Evaluation.Tests.Programme;

public sealed class CharacterCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  \r\n\t　", 0)]
    [InlineData("就业", 2)]
    [InlineData("就业，创业。", 6)]                          // Chinese punctuation counts
    [InlineData("城镇新增就业24.5万人", 9)]                  // 24.5 is one
    [InlineData("95%以上", 3)]
    [InlineData("手机APP、小程序", 7)]                       // 手 机 APP 、 小 程 序
    [InlineData("GDP growth 3.5%", 3)]
    [InlineData("２０２６年", 5)]                            // full-width digits are one each
    [InlineData("𬇙水", 2)]                                  // a rare character is one, though two code units
    [InlineData("“一窗”——办理…", 9)]
    public void Of_CountsAsOfficialsDo(string text, int expected) => Assert.Equal(expected, CharacterCount.Of(text));
}
