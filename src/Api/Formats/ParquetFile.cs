using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>Parquet (zstd) written by DuckDB from the same rows; a file, because a Parquet file's directory stands at its end.</summary>
sealed class ParquetFile : ObservationFormat
{
    // Rows are ordered by indicator: a reader of one indicator fetches one or two groups of each column, not the column.
    const int GroupRows = 61_440;

    public override string Name => "parquet";
    public override string MediaType => "application/vnd.apache.parquet";
    public override string Extension => "parquet";
    public override bool Compressible => false;

    public override async Task Write(ObservationSet set, Stream to, CancellationToken cancel)
    {
        var file = Path.Combine(Path.GetTempPath(), $"dca-{Guid.NewGuid():N}.parquet");
        try
        {
            await Task.Run(() => Write(set, file, cancel), cancel);
            await using var written = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
            await written.CopyToAsync(to, cancel);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static void Write(ObservationSet set, string file, CancellationToken cancel)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:;threads=1;autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        using var batches = new ArrowBatches(set);
        var facts = string.Join(", ", ArrowBatches.Facts(set).Select(fact => $"{Sql.Identifier(fact.Key)}: {Sql.Literal(fact.Value)}"));
        ArrowImport.Run(connection, batches, "answer", $"COPY answer TO {Sql.Literal(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {GroupRows}, KV_METADATA {{{facts}}})", cancel);
    }
}
