using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A market for day labour; class 1 is a standard market, 2 a station.</summary>
sealed record GigMarket(string Id, string Name, string Class, int Opened, int Closed, int District)
{
    public bool IsOpen(int month) => Timeline.MonthOf(Opened) <= month && (Closed == 0 || Timeline.MonthOf(Closed) > month);
}

/// <summary>零工市场: about one for each district, some districts without, one for the city as a whole.</summary>
sealed class GigMarkets(Scene scene) : RecordTable<GigMarket>("gig_market", scene)
{
    protected override IEnumerable<GigMarket> Records()
    {
        for (var number = 0; number <= Scene.City.Districts.Length; number++)
        {
            var draw = Scene.Draw("gig_market", number);
            var district = number == 0 ? 0 : draw.PerMille(650) ? number : Scene.SomeDistrict(ref draw);
            var opened = Scene.Timeline.FirstDay + (number == 0 || draw.PerMille(500) ? -draw.Between(30, 1500) : draw.Between(0, Scene.Timeline.Months * 28));
            yield return new(
                Scene.Id("LG", number), $"合成零工市场{number + 1}", draw.PerMille(780) ? "1" : "2", opened,
                number > 0 && draw.PerMille(120) ? Scene.Known(Math.Max(opened, Scene.Timeline.FirstDay) + draw.Between(40, 700)) : 0, district);
        }
    }

    protected override int DayOf(GigMarket market) => market.Opened;

    protected override GigMarket? Before(GigMarket market, ref Draw draw) =>
        market.Closed > 0 ? market with { Closed = 0 } : market.Class == "1" && draw.PerMille(80) ? market with { Class = "2" } : null;

    protected override Cell[] Cells(GigMarket market) =>
    [
        Cell.Of(market.Id), Cell.Of(market.Name), Cell.Code(market.Class), Scene.Area(market.District), Cell.Day(market.Opened), Cell.Day(market.Closed), Cell.Empty,
    ];
}

/// <summary>What went on at a market on a day.</summary>
sealed record GigMarketDay(string Market, int Day, int District, int Seekers, int Placed, int? Openings);

/// <summary>零工市场日报: a few market days a month.</summary>
sealed class GigMarketDays(Scene scene) : RecordTable<GigMarketDay>("gig_market_day", scene)
{
    // Market days of the month.
    static readonly int[] Days = [5, 18];

    protected override IEnumerable<GigMarketDay> Records()
    {
        var number = 0;
        foreach (var market in Scene.Log.Of<GigMarket>())
            for (var month = Scene.Timeline.First; month <= Scene.Timeline.Last; month++)
                foreach (var dayOfMonth in Days)
                {
                    var draw = Scene.Draw("gig_market_day", number++);
                    var day = Timeline.DayNumber(month, dayOfMonth);
                    if (day < market.Opened || (market.Closed > 0 && day >= market.Closed)) continue;
                    var seekers = draw.Between(0, 90);
                    yield return new(market.Id, day, market.District, seekers, seekers * draw.Between(25, 85) / 100, draw.PerMille(900) ? draw.Between(0, 80) : null);
                }
    }

    protected override int DayOf(GigMarketDay day) => day.Day;

    protected override GigMarketDay? Before(GigMarketDay day, ref Draw draw) => draw.PerMille(20) ? day with { Placed = day.Placed / 2 } : null;

    protected override Cell[] Cells(GigMarketDay day) =>
    [
        Cell.Of(day.Market), Cell.Day(day.Day), Scene.Area(day.District), Cell.Of(day.Seekers), Cell.Of(day.Placed),
        day.Openings is { } openings ? Cell.Of(openings) : Cell.Empty, Cell.Empty,
    ];
}
