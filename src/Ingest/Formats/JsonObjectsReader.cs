using System.Text;
using System.Text.Json;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>
/// Reads JSON objects, one a line or one after the other in a list. Cells come in the order of <paramref name="names"/>; a name that
/// an object lacks is an empty cell. The names themselves are the first record, as a head is of other tables.
/// </summary>
sealed class JsonObjectsReader(JsonTexts texts, IReadOnlyList<string> names) : RecordReader
{
    readonly Dictionary<string, int> cellOf = names.Select((name, cell) => (name, cell)).ToDictionary(x => x.name, x => x.cell, StringComparer.Ordinal);
    readonly bool[] seen = new bool[names.Count];
    byte[] cells = new byte[4096];
    bool begun;

    public override long Position => texts.Position;

    /// <summary>All names that the objects of a file carry, in the order of their first use.</summary>
    public static IReadOnlyList<string> Names(JsonTexts texts)
    {
        var found = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (texts.Next(out var text, out _))
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
        if (!texts.Next(out var text, out var line)) return false;
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

    public override void Dispose() => texts.Dispose();
}
