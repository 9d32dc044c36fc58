using System.Globalization;
using DemoCityAnalytics.Warehouse.Areas;

namespace DemoCityAnalytics.Metrics.Trials;

/// <summary>The divisions of the country, and the districts that hand-made rows name.</summary>
sealed class TrialAreas
{
    readonly Dictionary<int, Area> areas = AreaTable.BuiltIn().ToDictionary(area => area.Code);

    public IReadOnlyList<Area> All => [.. areas.Values.OrderBy(area => area.Code)];

    /// <summary>The city of an area; a district of a known city is taken in under its code.</summary>
    /// <exception cref="FormatException">The code is neither an area nor a district of a known city.</exception>
    public int CityOf(string cell)
    {
        var code = CodeOf("area_code", cell);
        if (!areas.ContainsKey(code))
        {
            var above = code / 100 * 100;
            if (!areas.TryGetValue(above, out var city) || city.Level != "city")
                throw new FormatException($"area_code is {code}, which is no area, and no city {above} is known that it could be a district of.");
            areas.Add(code, new Area(code, cell, "district", above, "", false));
        }
        return areas[code] is { Level: "district", ParentCode: { } parent } ? parent : code;
    }

    public static int CodeOf(string column, string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        ? code
        : throw new FormatException($"{column} is '{cell}'; expected six digits like 130100.");
}
