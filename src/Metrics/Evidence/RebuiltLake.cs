using System.Globalization;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Metrics.Evidence;

/// <summary>
/// The lake of a release, written again from a warehouse into which archived files were loaded anew, so that a figure is explained and computed from
/// their bytes and nothing that was kept of them.
/// </summary>
public static class RebuiltLake
{
    /// <param name="again">The warehouse of the files loaded anew.</param>
    /// <param name="loads">Those files as the release names them; each row is told by the load that the release knows.</param>
    public static void Write(WarehouseDatabase again, ReleaseSnapshot release, IReadOnlyCollection<ReleaseInput> loads, string folder)
    {
        using var connection = again.Connect();
        connection.Execute("CREATE OR REPLACE TEMP TABLE released_load (source VARCHAR, sha256 VARCHAR, file_name VARCHAR, load_id INTEGER)");
        foreach (var load in loads)
            connection.Execute(
                "INSERT INTO released_load VALUES ($source, $sha256, $name, $load)",
                ("source", load.Source), ("sha256", load.Sha256), ("name", load.FileName), ("load", load.LoadId));
        connection.Execute($"ATTACH {Sql.Literal(release.File)} AS release (READ_ONLY)");
        var sources = loads.Select(load => load.Source).ToHashSet(StringComparer.Ordinal);
        var files = connection.Query("SELECT source, city_code, path FROM release.lake", row => (Source: row.GetString(0), City: row.GetInt32(1), Path: Path.Combine(folder, row.GetString(2))));
        foreach (var (source, city, path) in files.Where(file => sources.Contains(file.Source)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                COPY (
                    SELECT rows.* REPLACE (released_load.load_id AS load_id)
                    FROM stg.{Sql.Identifier(source)} AS rows
                    JOIN ops.load AS again ON again.load_id = rows.load_id
                    JOIN released_load ON released_load.source = again.source AND released_load.sha256 = again.sha256 AND released_load.file_name = again.file_name
                    WHERE rows.superseded_by IS NULL
                      AND rows.city_code = {city}
                ) TO {Sql.Literal(path)} (FORMAT parquet)
                """));
        }
        connection.Execute("DETACH release");
    }
}
