using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Coding;
using DemoCityAnalytics.Metrics.Models.Duplicates;

namespace DemoCityAnalytics.Metrics.Tests.Models.Coding;

public sealed class OccupationCoderTests
{
    static readonly OccupationCoder Coder = new();

    [Theory]
    [InlineData("【急聘】口腔医生", "2-05")]
    [InlineData("Java软件工程师（应届）", "2-02")]
    [InlineData("住家保姆", "4-10")]
    [InlineData("数控车工", "6-18")]
    [InlineData("网店客服专员", "4-07")]
    [InlineData("叉车司机", "6-30")]
    public void Title_TellsTheOccupation(string title, string code)
    {
        var proposals = Coder.Code(title, null);

        Assert.Equal(code, proposals[0].Code);
        Assert.InRange(proposals[0].Confidence, 0.3, 1);
        Assert.True(proposals.Count <= 3 && proposals.Select(proposal => proposal.Code).Distinct().Count() == proposals.Count);
    }

    [Fact]
    public void Description_CountsAloneWhereTheTitleSaysNothing()
    {
        Assert.Empty(Coder.Code("诚聘英才", null));
        Assert.Equal("6-18", Coder.Code("诚聘英才", "负责氩弧焊接与打磨")[0].Code);
    }

    [Fact]
    public void TitleThatSpeaksForTwo_IsLessSureThanOneThatSpeaksForOne() =>
        Assert.True(Coder.Code("销售会计", null)[0].Confidence < Coder.Code("成本会计", null)[0].Confidence);

    /// <summary>200 titles that a person coded; the figures stand in docs/models/coding.md, and a change of the words means reading again.</summary>
    [SharedFact("data/public-service-postings.csv")]
    public async Task ReviewedSample_AgreesAsStated()
    {
        var postings = PostingTable.Read(await CsvTable.Read(SharedFolder.PathOf("data/public-service-postings.csv"), CancellationToken.None));
        var sample = await CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "Models", "Coding", "reviewed.csv"), CancellationToken.None);

        var review = OccupationReview.Of(postings, sample);

        Assert.Equal((200, 0), (review.Major.Reviewed, review.Unknown));
        Assert.Equal((181, 170, 183), (review.Major.Right, review.SubMajor.Right, review.AmongThree.Right));
    }
}
