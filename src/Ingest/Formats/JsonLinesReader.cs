using System.Text;
using System.Text.Json;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>
/// Reads JSON lines: one object a line, lines end with a line feed only. Cells come in the order of <paramref name="names"/>; a name
/// that an object lacks is an empty cell. The names themselves are the first record, as a head is of other tables.
/// </summary>
public sealed class JsonLinesReader(Stream utf8, IReadOnlyList<string> names) : RecordReader
{
    readonly Dictionary<string, int> cellOf = names.Select((name, cell) => (name, cell)).ToDictionary(x => x.name, x => x.cell, StringComparer.Ordinal);
    readonly Utf8Lines lines = new(utf8);
    readonly bool[] seen = new bool[names.Count];
    byte[] cells = new byte[4096];
    bool begun;

    public override long Position => lines.Position;

    /// <summary>All names that the objects of a file carry, in the order of their first use.</summary>
    public static IReadOnlyList<string> Names(Stream utf8)
    {
        var found = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var lines = new Utf8Lines(utf8);
        while (lines.Next(out var text, out _))
        {
            try
            {
                var json = new Utf8JsonReader(text);
                while (json.Read())
                {
                    if (json.CurrentDepth != 1 || json.TokenType != JsonTokenType.PropertyName) continue;
                    if (json.GetString() is { } name && known.Add(name)) found.Add(name);
                }
            }
            catch (JsonException)
            {
                // A line that is no JSON is rejected when it is read; it names no columns.
            }
        }
        return found;
    }

    public override bool Read(Record record)
    {
        if (!begun) return Begin(record);
        if (!lines.Next(out var text, out var line)) return false;
        if (cells.Length < text.Length) cells = new byte[text.Length * 2];
        record.Begin(cells, line);
        if (Utf8Text.Trim(text).Length == 0) return true;
        try
        {
            Cut(text, record);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            record.Fault = RecordFault.NotJsonObject;
        }
        return true;
    }

    bool Begin(Record record)
    {
        begun = true;
        record.Begin(Encoding.UTF8.GetBytes(string.Concat(names)), 1);
        var at = 0;
        foreach (var length in names.Select(Encoding.UTF8.GetByteCount))
        {
            record.Add(at, length);
            at += length;
        }
        return true;
    }

    void Cut(ReadOnlySpan<byte> text, Record record)
    {
        var json = new Utf8JsonReader(text);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            record.Fault = RecordFault.NotJsonObject;
            return;
        }
        for (var cell = 0; cell < names.Count; cell++) record.Add(0, 0);
        Array.Clear(seen);
        var used = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!cellOf.TryGetValue(json.GetString()!, out var cell)) throw new InvalidOperationException("the file changed while it was read.");
            if (seen[cell]) record.Fault = RecordFault.RepeatedName;
            seen[cell] = true;
            json.Read();
            switch (json.TokenType)
            {
                case JsonTokenType.Null:
                    break;
                case JsonTokenType.String:
                    var length = json.CopyString(cells.AsSpan(used));
                    record.Set(cell, used, length, isNested: false);
                    used += length;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    var from = (int)json.TokenStartIndex;
                    json.Skip();
                    var raw = text[from..(int)json.BytesConsumed];
                    raw.CopyTo(cells.AsSpan(used));
                    record.Set(cell, used, raw.Length, isNested: true);
                    used += raw.Length;
                    break;
                default:
                    json.ValueSpan.CopyTo(cells.AsSpan(used));
                    record.Set(cell, used, json.ValueSpan.Length, isNested: false);
                    used += json.ValueSpan.Length;
                    break;
            }
        }
        json.Read();
    }

    public override void Dispose() => lines.Dispose();
}

/// <summary>Physical lines that end with a line feed; the carriage return before it, if any, is white space.</summary>
sealed class Utf8Lines(Stream utf8) : IDisposable
{
    const int LongestLine = 16 << 20;

    byte[] buffer = new byte[64 << 10];
    int start;
    int end;
    int line;
    bool finished;

    public long Position { get; private set; }

    public bool Next(out ReadOnlySpan<byte> text, out int number)
    {
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length < 0 && !finished && end - start < LongestLine)
            {
                Fill();
                continue;
            }
            if (length < 0 && start == end)
            {
                text = default;
                number = line;
                return false;
            }
            if (length < 0) length = end - start;
            text = buffer.AsSpan(start, length);
            var next = Math.Min(end, start + length + 1);
            Position += next - start;
            start = next;
            number = ++line;
            return true;
        }
    }

    void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = utf8.Read(buffer, end, buffer.Length - end);
        finished = read == 0;
        end += read;
    }

    public void Dispose() => utf8.Dispose();
}
