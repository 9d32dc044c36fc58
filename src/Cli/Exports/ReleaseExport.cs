using System.Reflection;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Cli.Exports;

/// <summary>The forms in which a release is handed out.</summary>
enum ExportFormat { Csv, Parquet, Json }

/// <summary>Writes the current observations of a release into one file; rows of generated data carry the mark.</summary>
static class ReleaseExport
{
    public const string SyntheticMark = "合成数据 / synthetic data";

    /// <param name="indicators">Codes to write; all when empty.</param>
    /// <param name="whole">Also figures that are held back because they are about too few persons.</param>
    /// <returns>Number of observations written.</returns>
    public static async Task<long> Write(
        ReleaseSnapshot release, ExportFormat format, string file, IReadOnlyCollection<string> indicators, bool whole, CancellationToken cancel)
    {
        using var connection = new DuckDBConnection(
            $"DataSource={release.File};ACCESS_MODE=READ_ONLY;autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        ReleasedFigures.View(connection, "released");
        await connection.ExecuteAsync(
            EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Exports/observations.sql"), cancel,
            ("release", release.Manifest.Name), ("mark", release.Manifest.Synthetic ? SyntheticMark : ""), ("indicators", string.Join(',', indicators)), ("whole", whole));

        var unfinished = file + ".unfinished";
        try
        {
            // A byte order mark would make spreadsheets read the Chinese right, but DuckDB cannot write one; it is put in front afterwards.
            await connection.ExecuteAsync($"COPY export TO {Sql.Literal(unfinished)} ({Options(format)})", cancel);
            if (format == ExportFormat.Csv) await PrependByteOrderMark(unfinished, cancel);
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
        return connection.Count("SELECT count(*) FROM export");
    }

    static string Options(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "FORMAT csv, HEADER true",
        ExportFormat.Parquet => "FORMAT parquet, COMPRESSION zstd",
        _ => "FORMAT json, ARRAY true",
    };

    static async Task PrependByteOrderMark(string file, CancellationToken cancel)
    {
        var marked = file + ".marked";
        await using (var target = File.Create(marked))
        await using (var source = File.OpenRead(file))
        {
            await target.WriteAsync(new byte[] { 0xEF, 0xBB, 0xBF }, cancel);
            await source.CopyToAsync(target, cancel);
        }
        File.Move(marked, file, overwrite: true);
    }
}
