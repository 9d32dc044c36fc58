using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Pulling;

/// <summary>How far a place has been read, as the warehouse remembers it.</summary>
sealed record PullRecord(string? Watermark, string? Etag, string? LastModified)
{
    public static PullRecord Nothing { get; } = new(null, null, null);

    public static PullRecord Read(WarehouseDatabase warehouse, string source, string place)
    {
        using var connection = warehouse.Connect();
        return connection.Query(
            "SELECT watermark, etag, last_modified FROM ops.pull WHERE source = $source AND place = $place",
            row => new PullRecord(row.TextOrNull(0), row.TextOrNull(1), row.TextOrNull(2)), ("source", source), ("place", place)) is [var known] ? known : Nothing;
    }

    // Written after the load: should it be lost, the same rows are fetched once more and found to be known.
    public Task Write(WarehouseDatabase warehouse, string source, string place, DateTime at, CancellationToken cancel) => warehouse.Write(
        connection =>
        {
            connection.Execute("DELETE FROM ops.pull WHERE source = $source AND place = $place", ("source", source), ("place", place));
            return connection.Execute(
                "INSERT INTO ops.pull VALUES ($source, $place, $watermark, $etag, $modified, $at)",
                ("source", source), ("place", place), ("watermark", Watermark), ("etag", Etag), ("modified", LastModified), ("at", at));
        },
        cancel);
}
