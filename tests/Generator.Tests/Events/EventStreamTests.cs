using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Events;
using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Tests.Events;

public sealed class EventStreamTests
{
    static readonly Timeline Timeline = new(2024 * 12, 12);
    static readonly City City = new(0, 130100, "测试市", 130000, "测试省", CitySystem.StandardCsv, 1000, [130191, 130192], 77);
    static readonly Volume Volume = new(City, Timeline, 5);
    static readonly Employers Employers = new(City, 1);

    public static TheoryData<string> Streams => ["employment", "unemployment", "postings", "seekers", "attrition", "ratings"];

    [Fact]
    public void IsFilled_TakesTheTextZeroForNothing_ButNotTheCodeZero()
    {
        Assert.False(EventStream.IsFilled(Cell.Of("0")));
        Assert.False(EventStream.IsFilled(Cell.Empty));
        Assert.True(EventStream.IsFilled(Cell.Code("0")));
        Assert.True(EventStream.IsFilled(Cell.Of(0)));
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void DrawEvent_GivesTheSameRow_WhenAnotherWasDrawnBetween(string name)
    {
        var stream = Stream(name);
        stream.DrawEvent(Timeline.First + 3, 17);
        var first = stream.Fill(0).ToArray();
        stream.DrawEvent(Timeline.First + 8, 4);
        Assert.NotEqual(first, stream.Fill(0).ToArray());
        stream.DrawEvent(Timeline.First + 3, 17);
        Assert.Equal(first, stream.Fill(0).ToArray());
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void LaterVersions_KeepTheKey_AndAreUpdatedLater(string name)
    {
        var stream = Stream(name);
        var updated = stream.Layout["updated_at"];
        var severalVersions = 0;
        for (var ordinal = 0; ordinal < 400; ordinal++)
        {
            stream.DrawEvent(Timeline.First + ordinal % 9, ordinal);
            var versions = stream.Sendings.ToArray().Max(sending => sending.Version) + 1;
            for (var version = 1; version < versions; version++, severalVersions++)
            {
                var (before, after) = (stream.Fill(version - 1).ToArray(), stream.Fill(version).ToArray());
                Assert.Equal(before[0], after[0]);
                Assert.True(after[updated].Number > before[updated].Number);
            }
        }
        Assert.True(severalVersions > 0, "No event had a second version.");
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void SomeRows_ComeLateOrTwice(string name)
    {
        var stream = Stream(name);
        var (late, twice) = (0, 0);
        for (var ordinal = 0; ordinal < 400; ordinal++)
        {
            stream.DrawEvent(Timeline.First + 1, ordinal);
            var sendings = stream.Sendings.ToArray();
            if (sendings[0].File > 0) late++;
            if (sendings.Length > sendings.Select(sending => sending.Version).Distinct().Count()) twice++;
        }
        Assert.InRange(late, 4, 40);
        Assert.InRange(twice, 1, 20);
    }

    static EventStream Stream(string name) => name switch
    {
        "employment" => Employments(),
        "unemployment" => new UnemploymentRegistrations(City, Timeline, Volume, Employments()),
        "postings" => new JobPostings(City, Timeline, Volume, Employers),
        "seekers" => new JobSeekers(City, Timeline, Volume, Employments()),
        "attrition" => new NaturalAttrition(City, Timeline, Volume, Employments()),
        _ => new ServiceRatings(City, Timeline, Volume),
    };

    static EmploymentRegistrations Employments() => new(City, Timeline, Volume, Employers);
}
