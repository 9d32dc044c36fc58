using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A report on supply and demand; the day of publication is 0 where it was never published.</summary>
sealed record MarketRelease(string Id, string Title, int Due, int Published);

/// <summary>市场供求信息发布: a quarterly analysis and a list of occupations in short supply, due in the quarter's last month.</summary>
sealed class MarketReleases(Scene scene) : RecordTable<MarketRelease>("market_release", scene)
{
    static readonly string[] Titles = ["人力资源市场供求状况分析", "紧缺职业目录"];

    protected override IEnumerable<MarketRelease> Records()
    {
        var number = 0;
        for (var month = Scene.Timeline.First; month <= Scene.Timeline.Last; month++)
            foreach (var title in Titles)
            {
                if (month % 3 != 2) continue;
                var draw = Scene.Draw("market_release", number);
                var due = Timeline.DayNumber(month, 20);
                yield return new(
                    Scene.Id("FB", number++), $"{month / 12}年第{month % 12 / 3 + 1}季度{title}（合成数据）", due,
                    draw.PerMille(950) ? Scene.Known(due + (draw.PerMille(780) ? draw.Between(-8, 0) : draw.Between(1, 11))) : 0);
            }
    }

    protected override int DayOf(MarketRelease release) => release.Due;

    protected override MarketRelease? Before(MarketRelease release, ref Draw draw) => release.Published > 0 && draw.PerMille(200) ? release with { Published = 0 } : null;

    protected override Cell[] Cells(MarketRelease release) =>
        [Cell.Of(release.Id), Cell.Of(release.Title), Cell.Day(release.Due), Cell.Day(release.Published), Scene.Area(0), Cell.Empty];
}
