using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Warehouse.Areas;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>City and district of a row; the city stands for the district where none is named.</summary>
public readonly record struct Place(int CityCode, int DistrictCode)
{
    /// <summary>A row whose text names no place we know: kept and counted, but in no city.</summary>
    public static Place Unplaced { get; } = new(Area.NoCity, Area.NoCity);
}

/// <summary>
/// Finds the place of a row by code, or by a text such as 广东省广州市从化区 or 成都: the longest run of names (province, city, district,
/// in full or short) at the start of the text decides.
/// </summary>
public sealed partial class PlaceTable
{
    const int MostRemembered = 100_000;

    readonly Dictionary<int, Place> byCode = [];
    readonly List<(string Name, bool Short, Area Area)> provinces = [];
    readonly List<(string Name, bool Short, Area Area)> cities = [];
    readonly List<(string Name, Area City)> countyCities = [];
    readonly List<FormerArea> divided = [];
    readonly ILookup<int, Area> districts;
    Utf8Table<(Place Place, DateOnly Since)> remembered = new();

    public PlaceTable(IReadOnlyList<Area> areas)
    {
        var levels = areas.ToDictionary(area => area.Code, area => area.Level);
        foreach (var area in areas.Where(area => area.Code != Area.Nation))
        {
            // A county of a municipality is a city of the programme; only what lies below a city is a district.
            byCode[area.Code] = area.Level == "district" && area.ParentCode is { } city ? new Place(city, area.Code) : new Place(area.Code, area.Code);
            if (area.Level == "district") continue;
            var names = area.Level == "province" ? provinces : cities;
            names.Add((area.Name, false, area));
            if (ShortName(area) is { } name && name != area.Name) names.Add((name, true, area));
        }
        AddFormer(areas);
        var byAreaCode = areas.ToDictionary(area => area.Code);
        foreach (var county in OtherNames.CountyCities)
        {
            if (byAreaCode.TryGetValue(county.CityCode, out var city)) countyCities.Add((county.Name, city));
        }
        districts = areas.Where(area => area.Level == "district" && area.ParentCode is not null).ToLookup(area => area.ParentCode!.Value);
    }

    // A code or a name that stands for a city today keeps what it says today; only what is free may speak of the past.
    void AddFormer(IReadOnlyList<Area> areas)
    {
        foreach (var former in OtherNames.Former)
        {
            if (former.Successor is null) divided.Add(former);
            if (areas.FirstOrDefault(area => area.Code == former.Successor) is not { } successor) continue;
            byCode.TryAdd(former.Code, new Place(successor.Code, successor.Code));
            if (cities.Exists(city => city.Name == former.Name)) continue;
            cities.Add((former.Name, false, successor));
            if (ShortEnding().Replace(former.Name, "") is { Length: >= 2 } name && name != former.Name && !cities.Exists(city => city.Name == name)) cities.Add((name, true, successor));
        }
    }

    /// <summary>The place of a code, also of one that a city had before.</summary>
    public bool TryFind(int code, out Place place) => byCode.TryGetValue(code, out place);

    /// <summary>A province that is no municipality: its code stands for no city.</summary>
    public bool IsAboveCities(int code) => provinces.Exists(province => province.Area.Code == code && province.Area.Kind != "municipality");

    /// <summary>The place that a text begins with, or <see cref="Place.Unplaced"/>.</summary>
    /// <param name="day">The day that the row is about: 巢湖市 was a prefecture-level city until 2011 and was then divided.</param>
    public Place Named(ReadOnlySpan<byte> text, DateOnly? day = null)
    {
        if (!remembered.TryGet(text, out var known))
        {
            if (remembered.Count >= MostRemembered) remembered = new();
            known = Find(Encoding.UTF8.GetString(text));
            remembered.TryAdd(text, known);
        }
        return day < known.Since ? Place.Unplaced : known.Place;
    }

    (Place Place, DateOnly Since) Find(string text)
    {
        text = Leading().Replace(text, "");
        var best = (Length: 0, Place: Place.Unplaced);
        foreach (var (name, _, province) in provinces.Where(province => text.StartsWith(province.Name, StringComparison.Ordinal)))
        {
            var rest = text[name.Length..];
            // A province alone is no city; a municipality is one.
            Offer(name.Length, province.Kind == "municipality" ? new Place(province.Code, province.Code) : Place.Unplaced);
            foreach (var (cityName, _, city) in cities.Where(city => city.Area.ParentCode == province.Code && rest.StartsWith(city.Name, StringComparison.Ordinal)))
                Offer(name.Length + cityName.Length, WithDistrict(city, rest[cityName.Length..]));
            OfferCounty(name.Length, rest, province.Code);
        }
        OfferCounty(0, text, province: null);
        // Without its province a short name must not be the start of a district's: 朝阳区 is in Beijing, 朝阳 in Liaoning.
        foreach (var (name, isShort, city) in cities.Where(city => city.Area.Kind.StartsWith("district", StringComparison.Ordinal) is false && text.StartsWith(city.Name, StringComparison.Ordinal)))
        {
            var rest = text[name.Length..];
            if (!isShort || !DistrictEnding().IsMatch(rest)) Offer(name.Length, WithDistrict(city, rest));
        }
        var meantMore = divided.Find(former => text.AsSpan(0, best.Length).EndsWith(former.Name, StringComparison.Ordinal));
        return (best.Place, meantMore?.ChangedOn ?? DateOnly.MinValue);

        // 昆山市 or 昆山 alone; a longer text that only begins with the short name may mean something else, unless its province stands before it.
        void OfferCounty(int before, string rest, int? province)
        {
            foreach (var (name, city) in countyCities.Where(county => (province is null || county.City.ParentCode == province) && rest.StartsWith(county.Name[..^1], StringComparison.Ordinal)))
            {
                var after = rest[(name.Length - 1)..];
                if (after.StartsWith('市')) Offer(before + name.Length, WithDistrict(city, rest));
                else if (after.Length == 0 || province is not null && !DistrictEnding().IsMatch(after)) Offer(before + name.Length - 1, WithDistrict(city, name));
            }
        }

        void Offer(int length, Place place)
        {
            if (length > best.Length) best = (length, place);
        }
    }

    Place WithDistrict(Area city, string rest)
    {
        var district = districts[city.Code].Where(district => rest.StartsWith(district.Name, StringComparison.Ordinal)).MaxBy(district => district.Name.Length);
        return new Place(city.Code, district?.Code ?? city.Code);
    }

    static string? ShortName(Area area)
    {
        // 内蒙古自治区 is 内蒙古, not 内.
        foreach (var name in new[] { ShortEnding().Replace(area.Name, ""), area.Name.Replace("自治区", "", StringComparison.Ordinal) })
        {
            if (name.Length >= 2) return name;
        }
        return null;
    }

    [GeneratedRegex("^(中国)?[(（]?(?=\\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Leading();

    [GeneratedRegex("^(区|县|旗|镇|乡|村|路|街)")]
    private static partial Regex DistrictEnding();

    // 省, 市, 地区, 盟, and the names of the peoples in autonomous divisions: 黔西南布依族苗族自治州 is 黔西南, 广西壮族自治区 is 广西.
    [GeneratedRegex("((维吾尔|朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族|蒙古|哈萨克|柯尔克孜)*(自治区|自治州)|省|市|地区|盟)$")]
    private static partial Regex ShortEnding();
}
