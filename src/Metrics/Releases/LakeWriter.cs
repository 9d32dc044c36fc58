using System.Globalization;
using System.Security.Cryptography;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>The current rows of one source and city, as an immutable Parquet file named after its bytes.</summary>
public sealed record LakeFile(string Source, int CityCode, string Path, long Rows, string Sha256);

/// <summary>Writes the lake: one file per source and city, only for those whose rows changed since the last release.</summary>
static class LakeWriter
{
    public static int Write(DuckDBConnection connection, string lakeFolder, CancellationToken cancel)
    {
        var pending = connection.Query(
            """
            SELECT DISTINCT source, city_code
            FROM ops.unpublished
            WHERE source IN (SELECT table_name FROM duckdb_tables() WHERE schema_name = 'stg')
            ORDER BY source, city_code
            """, row => (Source: row.GetString(0), City: row.GetInt32(1)));
        foreach (var (source, city) in pending)
        {
            cancel.ThrowIfCancellationRequested();
            connection.Execute("DELETE FROM ops.lake_file WHERE source = $source AND city_code = $city", ("source", source), ("city", city));
            if (WriteFile(connection, lakeFolder, source, city) is { } file)
                connection.Execute(
                    "INSERT INTO ops.lake_file VALUES ($source, $city, $path, $rows, $sha256)",
                    ("source", source), ("city", city), ("path", file.Path), ("rows", file.Rows), ("sha256", file.Sha256));
        }
        connection.Execute("DELETE FROM ops.unpublished");
        return pending.Count;
    }

    public static List<LakeFile> Files(DuckDBConnection connection) => connection.Query(
        "SELECT source, city_code, path, rows, sha256 FROM ops.lake_file ORDER BY source, city_code",
        row => new LakeFile(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetInt64(3), row.GetString(4)));

    static LakeFile? WriteFile(DuckDBConnection connection, string lakeFolder, string source, int city)
    {
        var folder = Path.Combine(lakeFolder, source, city.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        var building = Path.Combine(folder, $"building-{Guid.NewGuid():N}.tmp");
        try
        {
            // Ordered, so that the same rows are the same bytes.
            var rows = connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                COPY (SELECT * FROM stg.{Sql.Identifier(source)} WHERE superseded_by IS NULL AND city_code = {city} ORDER BY load_id, line)
                TO {Sql.Literal(building)} (FORMAT parquet, COMPRESSION zstd)
                """));
            if (rows == 0) return null;
            string sha256;
            using (var bytes = new FileStream(building, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 20))
            {
                sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
                bytes.Flush(flushToDisk: true);
            }
            var path = Path.Combine(source, city.ToString(CultureInfo.InvariantCulture), $"{sha256[..16]}.parquet");
            File.Move(building, Path.Combine(lakeFolder, path), overwrite: true);
            return new LakeFile(source, city, path, rows, sha256);
        }
        finally
        {
            File.Delete(building);
        }
    }
}
