using System.Globalization;
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
    /// <summary>The nation, its provinces and their prefecture-level divisions, as a new warehouse knows them.</summary>
    public static IReadOnlyList<Area> BuiltIn() =>
    [
        .. EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Areas/divisions.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => new Area(Code(cells[0]), cells[1], cells[2], cells[3].Length == 0 ? null : Code(cells[3]), cells[4].TrimEnd('\r'), Synthetic: false)),
    ];

    static int Code(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    internal static void Seed(DuckDBConnection connection) => Insert(connection, BuiltIn());

    /// <summary>Forgets what was put in for these codes: a seeded area is again as it was, another one is unknown.</summary>
    public static void Restore(DuckDBConnection connection, IReadOnlyCollection<int> codes)
    {
        foreach (var code in codes) connection.Execute("DELETE FROM ref.area WHERE area_code = $code", ("code", code));
        Insert(connection, BuiltIn().Where(area => codes.Contains(area.Code)));
    }

    // One statement: a new warehouse is made often, in tests above all.
    static void Insert(DuckDBConnection connection, IEnumerable<Area> areas)
    {
        var rows = areas.Select(area =>
            $"({Number(area.Code)}, {Sql.Literal(area.Name)}, {Sql.Literal(area.Level)}, {(area.ParentCode is { } parent ? Number(parent) : "NULL")}, {Sql.Literal(area.Kind)}, false)");
        if (string.Join(", ", rows) is { Length: > 0 } values) connection.Execute($"INSERT INTO ref.area VALUES {values}");
    }

    static string Number(int code) => code.ToString(CultureInfo.InvariantCulture);

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
