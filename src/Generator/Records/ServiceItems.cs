using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>An item of a city's service list; days are 0 where there is none.</summary>
sealed record ServiceItem(
    string Code, string Name, string Level, bool IsRequired, bool IsComplete, bool IsOnline, int Listed, int Published, int Withdrawn, int District);

/// <summary>服务事项: the items of four levels, some not yet published, a few withdrawn.</summary>
sealed class ServiceItems(Scene scene) : RecordTable<ServiceItem>("service_item", scene)
{
    const int Items = 48;

    static readonly string[] Names = ReferenceTable.Read("service_items.csv").Select(cells => cells[0]).ToArray();

    protected override IEnumerable<ServiceItem> Records()
    {
        for (var number = 0; number < Items; number++)
        {
            var draw = Scene.Draw("service_item", number);
            var level = 1 + number % 4;
            var listed = Scene.Timeline.FirstDay + draw.Between(-500, Scene.Timeline.Months * 20);
            yield return new(
                Scene.Id("SX", number), $"{Names[number % Names.Length]}（{"市县乡村"[level - 1]}级）", Events.Choices.Digit(level),
                draw.PerMille(850), draw.PerMille(900), draw.PerMille(780), listed,
                draw.PerMille(920) ? Scene.Known(listed + draw.Between(0, 200)) : 0,
                draw.PerMille(80) ? Scene.Known(listed + draw.Between(100, 900)) : 0,
                level == 1 ? 0 : Scene.SomeDistrict(ref draw));
        }
    }

    protected override int DayOf(ServiceItem item) => item.Listed;

    protected override ServiceItem? Before(ServiceItem item, ref Draw draw) =>
        item.Withdrawn > 0 ? item with { Withdrawn = 0 } : item.Published > 0 && draw.PerMille(150) ? item with { Published = 0, IsComplete = false } : null;

    protected override Cell[] Cells(ServiceItem item) =>
    [
        Cell.Of(item.Code), Cell.Of(item.Name), Cell.Code(item.Level), Cell.YesNo(item.IsRequired), Cell.Day(item.Published), Cell.YesNo(item.IsComplete),
        Cell.YesNo(item.IsOnline), Cell.Day(item.Listed), Cell.Day(item.Withdrawn), Scene.Area(item.District), Cell.Empty,
    ];
}
