using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Warehouse.Areas;

/// <summary>
/// An administrative division (行政区划, GB/T 2260): six-digit code, 0 for the nation. A city here is what takes part in the programme.
/// </summary>
public sealed record Area(int Code, string Name, string Level, int? ParentCode, string Kind, bool Synthetic)
{
    public const int Nation = 0;

    /// <summary>City of rows that belong to none: the workday calendar, a posting whose place nobody knows.</summary>
    public const int NoCity = -1;
}

/// <summary>The known areas: <c>ref.area</c>, seeded with the provinces and prefecture-level divisions.</summary>
public static class AreaTable
{
    // One statement: a new warehouse is made often, in tests above all.
    internal static void Seed(DuckDBConnection connection) => Insert(connection, Divisions());

    /// <summary>Forgets what was put in for these codes: a seeded area is again as it was, another one is unknown.</summary>
    public static void Restore(DuckDBConnection connection, IReadOnlyCollection<int> codes)
    {
        foreach (var code in codes) connection.Execute("DELETE FROM ref.area WHERE area_code = $code", ("code", code));
        var known = codes.Select(code => code.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
        Insert(connection, Divisions().Where(cells => known.Contains(cells[0])));
    }

    static IEnumerable<string[]> Divisions() => EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Areas/divisions.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.Split(','));

    static void Insert(DuckDBConnection connection, IEnumerable<string[]> divisions)
    {
        var rows = divisions
            .Select(cells => $"({cells[0]}, {Sql.Literal(cells[1])}, {Sql.Literal(cells[2])}, {(cells[3].Length == 0 ? "NULL" : cells[3])}, {Sql.Literal(cells[4])}, false)");
        if (string.Join(", ", rows) is { Length: > 0 } values) connection.Execute($"INSERT INTO ref.area VALUES {values}");
    }

    /// <summary>Adds the area, or replaces what was known of it.</summary>
    public static void Put(DuckDBConnection connection, Area area)
    {
        connection.Execute("DELETE FROM ref.area WHERE area_code = $code", ("code", area.Code));
        connection.Execute(
            "INSERT INTO ref.area VALUES ($code, $name, $level, $parent, $kind, $synthetic)",
            ("code", area.Code), ("name", area.Name), ("level", area.Level), ("parent", area.ParentCode), ("kind", area.Kind), ("synthetic", area.Synthetic));
    }

    public static IReadOnlyList<Area> All(DuckDBConnection connection) => connection.Query(
        "SELECT area_code, name, level, parent_code, kind, synthetic FROM ref.area ORDER BY area_code",
        row => new Area(row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.GetString(4), row.GetBoolean(5)));
}
