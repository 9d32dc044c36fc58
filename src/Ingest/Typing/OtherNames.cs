using System.Globalization;
using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>A code or name that a city had before; rows under it belong to the city that it became.</summary>
/// <param name="Successor">The city that it belongs to today; null when it was divided among several.</param>
/// <param name="ChangedOn">The first day on which it was no more; a row of an earlier day means it, also where a name lives on for less.</param>
public sealed record FormerArea(int Code, string Name, int? Successor, DateOnly ChangedOn);

/// <summary>A city at county level (昆山市), which people name without the prefecture-level city that it belongs to.</summary>
public sealed record CountyCity(string Name, int CityCode);

/// <summary>Names of places that the table of areas does not hold: spelling is data, not code.</summary>
public static class OtherNames
{
    public static IReadOnlyList<FormerArea> Former { get; } =
        [.. Lines("Typing/former_areas.csv").Select(cells => new FormerArea(Code(cells[0]), cells[1], cells[2].Length == 0 ? null : Code(cells[2]), DateOnly.ParseExact(cells[3], "yyyy-MM-dd", CultureInfo.InvariantCulture)))];

    public static IReadOnlyList<CountyCity> CountyCities { get; } = [.. Lines("Typing/county_cities.csv").Select(cells => new CountyCity(cells[0], Code(cells[1])))];

    static IEnumerable<string[]> Lines(string file) =>
        EmbeddedText.Read(Assembly.GetExecutingAssembly(), file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','));

    static int Code(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
