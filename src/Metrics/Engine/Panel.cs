using DemoCityAnalytics.Warehouse.Areas;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>An area that has figures.</summary>
/// <param name="Parent">Place of the parent among the panel's areas; −1 for the nation.</param>
/// <param name="City">Place of the city that a district belongs to, or of the city itself; −1 above the cities.</param>
/// <param name="Months">Months about which any source of its cities speaks.</param>
public sealed record PanelArea(Area Area, int Parent, int City, MonthRange Months)
{
    public bool IsDistrict => Area.Level == "district";
}

/// <summary>
/// The cities that send records (those with coverage), their districts, their provinces and the nation; parents stand before children.
/// </summary>
public sealed class Panel
{
    readonly Dictionary<int, int> places;
    readonly List<int>[] children;
    readonly List<int>[] cities;

    Panel(List<PanelArea> areas)
    {
        Areas = areas;
        places = areas.Select((area, place) => (area.Area.Code, place)).ToDictionary(x => x.Code, x => x.place);
        children = Array.ConvertAll(new int[areas.Count], _ => new List<int>());
        cities = Array.ConvertAll(new int[areas.Count], _ => new List<int>());
        for (var place = 0; place < areas.Count; place++)
        {
            if (areas[place].Parent >= 0) children[areas[place].Parent].Add(place);
            if (areas[place].City == place)
                for (var above = place; above >= 0; above = areas[above].Parent) cities[above].Add(place);
            else if (areas[place].IsDistrict) cities[place].Add(areas[place].City);
        }
    }

    public IReadOnlyList<PanelArea> Areas { get; }

    public IReadOnlyList<int> Children(int place) => children[place];

    /// <summary>Places of the cities in an area: a district's own city, a city itself, all cities of a province.</summary>
    public IReadOnlyList<int> Cities(int place) => cities[place];

    /// <summary>Place of an area, or −1 when it has no figures.</summary>
    public int PlaceOf(int code) => places.GetValueOrDefault(code, -1);

    public IEnumerable<int> WithDescendants(int place) => children[place].SelectMany(WithDescendants).Prepend(place);

    public static Panel Of(IReadOnlyList<Area> areas, Coverage coverage)
    {
        var byCode = areas.ToDictionary(x => x.Code);
        // A municipality takes part as a whole where its records name no district.
        var members = areas.Where(x => coverage.ByCity.ContainsKey(x.Code) && (x.Level == "city" || x.Kind == "municipality")).ToDictionary(x => x.Code);
        var wanted = new HashSet<int>();
        foreach (var area in areas)
            if (members.ContainsKey(area.Code) || area is { Level: "district", ParentCode: { } city } && members.ContainsKey(city))
                for (Area? above = area; above is not null && wanted.Add(above.Code); above = above.ParentCode is { } parent ? byCode.GetValueOrDefault(parent) : null) { }

        var months = new Dictionary<int, MonthRange>();
        foreach (var member in members.Values)
            for (Area? above = member; above is not null; above = above.ParentCode is { } parent ? byCode.GetValueOrDefault(parent) : null)
                months[above.Code] = months.TryGetValue(above.Code, out var known) ? known.Hull(coverage.ByCity[member.Code]) : coverage.ByCity[member.Code];

        var list = new List<PanelArea>();
        var places = new Dictionary<int, int>();
        foreach (var area in wanted.Select(code => byCode[code]).OrderBy(x => LevelRank(x.Level)).ThenBy(x => x.Code))
        {
            var parent = area.ParentCode is { } code ? places[code] : -1;
            var city = members.ContainsKey(area.Code) ? list.Count : area.Level == "district" ? parent : -1;
            places.Add(area.Code, list.Count);
            list.Add(new PanelArea(area, parent, city, months.TryGetValue(area.Code, out var own) ? own : list[parent].Months));
        }
        return new Panel(list);
    }

    static int LevelRank(string level) => level switch
    {
        "nation" => 0,
        "province" => 1,
        "city" => 2,
        "district" => 3,
        _ => throw new InvalidDataException($"ref.area holds the level '{level}', expected nation, province, city or district."),
    };
}
