using Apache.Arrow.Ipc;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>An Arrow IPC stream, uncompressed inside: several readers know no packed buffers, and HTTP packs it as well.</summary>
sealed class ArrowStream : ObservationFormat
{
    public override string Name => "arrow";
    public override string MediaType => "application/vnd.apache.arrow.stream";
    public override string Extension => "arrows";

    public override async Task Write(ObservationSet set, Stream to, CancellationToken cancel)
    {
        using var batches = new ArrowBatches(set);
        using var writer = new ArrowStreamWriter(to, batches.Schema, leaveOpen: true);
        await writer.WriteStartAsync(cancel);
        while (await batches.ReadNextRecordBatchAsync(cancel) is { } batch)
            using (batch) await writer.WriteRecordBatchAsync(batch, cancel);
        await writer.WriteEndAsync(cancel);
    }
}
