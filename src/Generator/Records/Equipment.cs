using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>A piece of equipment that every site of a class must have.</summary>
sealed record EquipmentRequirement(string Class, string Equipment);

/// <summary>A piece of equipment as it was last found at a site.</summary>
sealed record SiteEquipment(string Site, string Equipment, bool Present, bool Working, int Checked, int District);

/// <summary>设施设备配置清单: what a city asks of its classes; some cities have no list for the third.</summary>
sealed class EquipmentRequirements(Scene scene) : RecordTable<EquipmentRequirement>("equipment_requirement", scene)
{
    /// <summary>What a site may have to have, most needed first.</summary>
    public static readonly string[] Things = ["服务窗口", "自助一体机", "公告屏", "叫号机", "咨询电话", "无障碍通道"];

    protected override IEnumerable<EquipmentRequirement> Records()
    {
        var draw = Scene.Draw("equipment_requirement", 0);
        var classes = draw.PerMille(250) ? 2 : 3;
        for (var siteClass = 1; siteClass <= classes; siteClass++)
            foreach (var thing in Things.Take(6 - siteClass)) yield return new(Events.Choices.Digit(siteClass), thing);
    }

    protected override int DayOf(EquipmentRequirement requirement) => Scene.Timeline.FirstDay - 60;

    protected override Cell[] Cells(EquipmentRequirement requirement) =>
        [Scene.Area(0), Cell.Code(requirement.Class), Cell.Of(requirement.Equipment), Cell.Empty];
}

/// <summary>网点设施设备: what is at each site, now and then broken, now and then not there.</summary>
sealed class SiteEquipments(Scene scene) : RecordTable<SiteEquipment>("site_equipment", scene)
{
    protected override IEnumerable<SiteEquipment> Records()
    {
        var number = 0;
        foreach (var site in Scene.Log.Of<ServiceSite>())
            foreach (var thing in EquipmentRequirements.Things)
            {
                var draw = Scene.Draw("site_equipment", number++);
                if (draw.PerMille(30)) continue;
                var present = draw.PerMille(960);
                yield return new(site.Id, thing, present, present && draw.PerMille(950), Scene.Known(site.Opened + draw.Between(0, 300)), site.District);
            }
    }

    protected override int DayOf(SiteEquipment equipment) => equipment.Checked > 0 ? equipment.Checked : Scene.Timeline.FirstDay;

    protected override SiteEquipment? Before(SiteEquipment equipment, ref Draw draw) => draw.PerMille(60) ? equipment with { Working = !equipment.Working } : null;

    protected override Cell[] Cells(SiteEquipment equipment) =>
    [
        Cell.Of(equipment.Site), Cell.Of(equipment.Equipment), Scene.Area(equipment.District), Cell.YesNo(equipment.Present), Cell.YesNo(equipment.Working),
        Cell.Day(equipment.Checked), Cell.Empty,
    ];
}
