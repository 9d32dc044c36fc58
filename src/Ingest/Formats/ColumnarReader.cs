using System.Buffers.Binary;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>
/// Reads Parquet files, and files or streams of Arrow. Values become text by one rule, the database's, and are then read like those of
/// any other form. The names of the columns are the first record; rows are numbered from 1.
/// </summary>
sealed class ColumnarReader : RecordReader
{
    readonly DuckDBConnection connection;
    readonly FileStream? arrow;
    readonly IDisposable? command;
    readonly IArrowArrayStream batches;
    readonly bool[] nested;
    RecordBatch? batch;
    byte[] cells = new byte[4096];
    int row;
    int number;
    bool begun;

    public ColumnarReader(string path, FileFormat format)
    {
        connection = new DuckDBConnection("DataSource=:memory:;threads=1;memory_limit=512MiB;autoinstall_known_extensions=false;autoload_known_extensions=false");
        try
        {
            connection.Open();
            connection.Execute("SET TimeZone = 'Asia/Shanghai'");
            if (format == FileFormat.Parquet) CheckEnd(path);
            var table = format == FileFormat.Parquet ? $"read_parquet({Sql.Literal(path)})" : "received";
            if (format == FileFormat.Arrow)
            {
                arrow = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
                var incoming = Batches(arrow);
                // Read here first: what goes wrong inside the database's callback cannot be caught.
                if (incoming.Schema.FieldsList.Count == 0) throw new InvalidDataException("The file names no columns.");
                ArrowImport.Run(connection, new BatchStream(incoming.Schema, () => incoming.ReadNextRecordBatchAsync().AsTask().GetAwaiter().GetResult()), "incoming", "CREATE TABLE received AS SELECT * FROM incoming");
            }
            var columns = connection.Query($"DESCRIBE SELECT * FROM {table}", column => (Name: column.GetString(0), Type: column.GetString(1)));
            nested = [.. columns.Select(column => IsNested(column.Type))];
            var text = connection.CreateCommand();
            command = text;
            text.UseStreamingMode = true;
            text.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"CAST({Sql.Identifier(column.Name)} AS VARCHAR) AS {Sql.Identifier(column.Name)}"))} FROM {table}";
            batches = text.ExecuteArrowStream();
        }
        catch (Exception e) when (e is DuckDBException or InvalidDataException or NotSupportedException or IOException or ArgumentException or InvalidOperationException)
        {
            Dispose();
            throw new UnreadableFileException("列式文件（Parquet 或 Arrow）无法读取：内容损坏或含不支持的类型。请重新导出后报送。", $"The columnar file (Parquet or Arrow) cannot be read: it is damaged or holds types that are not supported ({e.Message}). Export it anew and send it again.");
        }
    }

    public override long Position => number;

    public override bool Read(Record record)
    {
        if (!begun) return Begin(record);
        while (batch is null || row == batch.Length)
        {
            batch?.Dispose();
            batch = batches.ReadNextRecordBatchAsync().AsTask().GetAwaiter().GetResult();
            row = 0;
            if (batch is null) return false;
        }
        number++;
        record.Begin(cells, number);
        var used = 0;
        for (var column = 0; column < nested.Length; column++)
        {
            var text = batch.Column(column).IsNull(row) ? default : Value(batch.Column(column), row);
            if (cells.Length < used + text.Length)
            {
                System.Array.Resize(ref cells, Math.Max(cells.Length * 2, used + text.Length));
                record.Rebase(cells);
            }
            text.CopyTo(cells.AsSpan(used));
            record.Set(column, used, text.Length, nested[column] && text.Length > 0);
            used += text.Length;
        }
        row++;
        return true;
    }

    bool Begin(Record record)
    {
        begun = true;
        var names = batches.Schema.FieldsList.Select(field => Encoding.UTF8.GetBytes(field.Name)).ToList();
        record.Begin(names.SelectMany(name => name).ToArray(), 1);
        var at = 0;
        foreach (var name in names)
        {
            record.Add(at, name.Length);
            at += name.Length;
        }
        return true;
    }

    static ReadOnlySpan<byte> Value(IArrowArray column, int row) => column switch
    {
        StringArray texts => texts.GetBytes(row),
        _ => Encoding.UTF8.GetBytes(((StringViewArray)column).GetString(row)),
    };

    // A Parquet file ends with the length of its directory and its mark.
    static void CheckEnd(string path)
    {
        using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Span<byte> end = stackalloc byte[8];
        if (content.Length < 12) throw new InvalidDataException("The file is too short.");
        content.Position = content.Length - 8;
        content.ReadExactly(end);
        if (!end[4..].SequenceEqual("PAR1"u8) || BinaryPrimitives.ReadUInt32LittleEndian(end) > content.Length - 12) throw new InvalidDataException("The file does not end as it says.");
    }

    static IArrowArrayStream Batches(FileStream content)
    {
        Span<byte> start = stackalloc byte[6];
        content.ReadExactly(start);
        content.Position = 0;
        var codecs = new CompressionCodecFactory();
        return start.SequenceEqual("ARROW1"u8) ? new ArrowFileReader(content, codecs) : new ArrowStreamReader(content, codecs);
    }

    static bool IsNested(string type) => type.EndsWith(']') || type.StartsWith("STRUCT", StringComparison.Ordinal) || type.StartsWith("MAP", StringComparison.Ordinal) || type.StartsWith("BLOB", StringComparison.Ordinal);

    public override void Dispose()
    {
        batch?.Dispose();
        (batches as IDisposable)?.Dispose();
        command?.Dispose();
        connection.Dispose();
        arrow?.Dispose();
    }
}
