using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>One JSON object per line, with the contract's column names; what is empty is left out or null.</summary>
sealed class JsonLinesFile(string path, IReadOnlyList<Column> columns, Dialect dialect) : TableFile
{
    const int FlushAt = 1 << 16;

    readonly FileStream _file = File.Create(path);
    readonly ArrayBufferWriter<byte> _bytes = new(FlushAt * 2);
    readonly JsonEncodedText[] _names = columns.Select(column => JsonEncodedText.Encode(column.Name)).ToArray();
    Utf8JsonWriter? _json;

    public override void Dispose()
    {
        Flush();
        _json?.Dispose();
        _file.Dispose();
    }

    protected override void WriteRow(ReadOnlySpan<Cell> cells, ulong salt)
    {
        _json ??= new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.Reset(_bytes);
        _json.WriteStartObject();
        for (var i = 0; i < columns.Count; i++) WriteCell(_json, _names[i], columns[i], cells[columns[i].Index], salt);
        _json.WriteEndObject();
        _json.Flush();
        _bytes.Write("\n"u8);
        if (_bytes.WrittenCount >= FlushAt) Flush();
    }

    void WriteCell(Utf8JsonWriter json, JsonEncodedText name, Column column, in Cell cell, ulong salt)
    {
        Span<char> buffer = stackalloc char[64];
        switch (cell.Kind)
        {
            case CellKind.Empty when salt % 2 == 0: break;
            case CellKind.Empty: json.WriteNull(name); break;
            case CellKind.Integer: json.WriteNumber(name, cell.Number); break;
            case CellKind.Hundredths: json.WriteNumber(name, cell.Number / 100m); break;
            default: json.WriteString(name, dialect.Write(column, cell, salt, buffer)); break;
        }
    }

    void Flush()
    {
        _file.Write(_bytes.WrittenSpan);
        _bytes.ResetWrittenCount();
    }
}
