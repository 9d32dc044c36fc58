using DemoCityAnalytics.Cli.Verbs;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Cli.Tests.Verbs;

public sealed class LoadProgressTests
{
    [Theory]
    [InlineData(2_000, 2_000, 0.5, "storing, 7 rows")]
    [InlineData(2_000, 2_000, 4, "storing, 7 rows")]
    [InlineData(30_000_000, 60_000_000, 2, "reading, 7 rows, 15 MB/s, about 2 s left")]
    public void Rate_IsToldOnceItSaysSomething(long bytes, long total, double seconds, string expected) =>
        Assert.Equal(expected, LoadVerb.Detail(new LoadProgress("job_postings", "a.csv", 7, bytes, total, TimeSpan.FromSeconds(seconds))));
}
