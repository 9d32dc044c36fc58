using System.Buffers;
using System.Text.Json;
using DemoCityAnalytics.Api.Answers;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>JSON on its way to a stream, passed on in pieces by asynchronous writes.</summary>
sealed class JsonOutput : IAsyncDisposable
{
    const int Piece = 1 << 15;
    readonly ArrayBufferWriter<byte> buffer = new(Piece + 4096);
    readonly Stream to;

    public JsonOutput(Stream to)
    {
        this.to = to;
        Writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonText.Options.Encoder, SkipValidation = true });
    }

    public Utf8JsonWriter Writer { get; }

    public void Property<T>(string name, T value)
    {
        Writer.WritePropertyName(name);
        JsonSerializer.Serialize(Writer, value, JsonText.Options);
    }

    public ValueTask MayPass(CancellationToken cancel) => buffer.WrittenCount + Writer.BytesPending < Piece ? ValueTask.CompletedTask : Pass(cancel);

    public async ValueTask Pass(CancellationToken cancel)
    {
        Writer.Flush();
        await to.WriteAsync(buffer.WrittenMemory, cancel);
        buffer.Clear();
    }

    public ValueTask DisposeAsync() => Writer.DisposeAsync();
}
