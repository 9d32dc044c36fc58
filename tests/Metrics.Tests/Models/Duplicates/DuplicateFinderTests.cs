using CsCheck;
using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Duplicates;

namespace DemoCityAnalytics.Metrics.Tests.Models.Duplicates;

public sealed class DuplicateFinderTests
{
    const string Duties = "负责公司产品在华南地区的推广与销售，维护经销商关系，定期拜访客户，收集市场信息并完成销售报表，配合市场部组织展会。";

    static readonly DuplicateFinder Finder = new(new DuplicateOptions());
    static readonly PostingRecord Base = new("1", "A", "广州某某贸易有限公司", "销售工程师", Duties, "广州市天河区", "天河区中山大道西1号", 6000, 9000, new DateOnly(2025, 3, 1));

    [Fact]
    public void SameJob_OnAnotherPlatform_IsFound()
    {
        var pair = Finder.Compare(Base, Base with { Id = "2", Platform = "B", Title = "【急聘】销售工程师", Text = Duties + "五险一金。", Published = new DateOnly(2025, 3, 9) });

        Assert.NotNull(pair);
        Assert.True(pair.AcrossPlatforms);
        Assert.Equal(8, pair.DaysApart);
        Assert.Contains("来自不同平台", pair.Reasons);
    }

    public static TheoryData<string, PostingRecord> Others => new()
    {
        { "another employer", Base with { Employer = "深圳某某贸易有限公司" } },
        { "another district", Base with { Place = "广州市海珠区" } },
        { "another street", Base with { Address = "白云大道北88号" } },
        { "pay that does not meet", Base with { PayFrom = 10000, PayTo = 15000 } },
        { "a month and more later", Base with { Published = new DateOnly(2025, 4, 2) } },
        { "another title", Base with { Title = "仓库管理员" } },
        { "another grade", Base with { Title = "高级销售工程师" } },
        { "another text", Base with { Text = "熟悉仓储流程，负责收发货、盘点与单据归档，能使用叉车，服从排班，吃苦耐劳，有责任心，会用电脑。" } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void OtherJob_IsNotFound(string why, PostingRecord other) =>
        Assert.True(Finder.Compare(Base, other with { Id = "2" }) is null, $"taken for the same job in spite of {why}");

    /// <summary>吃苦耐劳 under every job of a firm says nothing: two trades stay two jobs.</summary>
    [Fact]
    public void StockPhrase_DoesNotMakeTwoTradesOne() => Assert.Null(Finder.Compare(
        Base with { Title = "执油工（白班）", Text = "工作认真负责，能吃苦耐劳，服从安排" }, Base with { Id = "2", Title = "喷油工（白班）", Text = "工作认真负责，能吃苦耐劳，服从安排" }));

    [Fact]
    public void ShortText_NeedsTheSameTitleAndPay()
    {
        var cleaner = Base with { Title = "保洁员", Text = "面议" };

        Assert.NotNull(Finder.Compare(cleaner, cleaner with { Id = "2" }));
        Assert.Null(Finder.Compare(cleaner, cleaner with { Id = "2", PayTo = 9500 }));
    }

    /// <summary>Worked by hand: abcd and bcde share bc and cd of ab, bc, cd, de.</summary>
    [Fact]
    public void Jaccard_IsSharedOverAll() => Assert.Equal(0.5, Shingles.Jaccard(Shingles.Of("abcd", 2), Shingles.Of("bcde", 2)));

    /// <summary>Which posting comes first does not change which are taken for one job.</summary>
    [Fact]
    public void Order_DoesNotMatter() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var postings = Many(60);
        var shuffled = postings.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Members(Finder.Find(postings)).SequenceEqual(Members(Finder.Find(shuffled)));
    }, iter: 20);

    [Fact]
    public void Groups_AreWhatWasPlanted()
    {
        var report = Finder.Find(Many(90));

        Assert.Equal(30, report.Groups.Count);
        Assert.All(report.Groups, group => Assert.Equal(3, group.Members.Count));
        Assert.Equal(60, report.Extra);
        Assert.Equal(64, report.Stamp.InputHash.Length);
    }

    /// <summary>334 pairs in 122 groups were read one by one per group; see docs/models/duplicates.md.</summary>
    [SharedFact("data/public-service-postings.csv")]
    public async Task RealPostings_GiveTheGroupsThatWereRead()
    {
        var table = await CsvTable.Read(SharedFolder.PathOf("data/public-service-postings.csv"), CancellationToken.None);

        var report = Finder.Find(PostingTable.Read(table));

        Assert.Equal(121, report.Groups.Count);
    }

    /// <summary>Every third posting is the same job: the firm and the trade come back under another id, with a small change.</summary>
    static IReadOnlyList<PostingRecord> Many(int count) => [.. Enumerable.Range(0, count).Select(i => Base with
    {
        Id = $"{i:000}",
        Employer = $"第{i / 3}贸易有限公司",
        Text = Duties + (i % 3 == 0 ? "" : $"周末双休，第{i % 3}批。"),
    })];

    static IEnumerable<string> Members(DuplicateReport report) =>
        report.Groups.Select(group => string.Join(',', group.Members.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);

    /// <summary>One pair of every group, read by a person; docs/models/duplicates.md says what was doubtful.</summary>
    [SharedFact("data/public-service-postings.csv")]
    public async Task ReviewedPairs_AreAsStated()
    {
        var postings = PostingTable.Read(await CsvTable.Read(SharedFolder.PathOf("data/public-service-postings.csv"), CancellationToken.None));
        var reviewed = await CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "Models", "Duplicates", "reviewed.csv"), CancellationToken.None);

        var review = DuplicateReview.Of(Finder.Find(postings), reviewed);

        Assert.Equal(new DuplicateReview(new Accuracy(111, 121), new Accuracy(120, 121), 0), review);
    }
}
