using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using DemoCityAnalytics.Ingest.Typing;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>Batches as they are asked for. What goes wrong while making one is kept, because the database reports only its text.</summary>
sealed class BatchStream(Schema schema, Func<RecordBatch?> next) : IArrowArrayStream
{
    public Schema Schema => schema;

    public Exception? Failure { get; private set; }

    /// <summary>The batches of an enumerator that stands on its first.</summary>
    public static BatchStream Of(Schema schema, IEnumerator<RecordBatch> batches)
    {
        RecordBatch? first = batches.Current;
        return new BatchStream(schema, () => Interlocked.Exchange(ref first, null) ?? (batches.MoveNext() ? batches.Current : null));
    }

    public ValueTask<RecordBatch> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return new ValueTask<RecordBatch>(next()!);
        }
        catch (Exception e)
        {
            Failure = e;
            throw;
        }
    }

    public void Dispose()
    {
    }
}

/// <summary>Rows of numbers and texts on their way into a table, matched by column name.</summary>
sealed class ArrowRows(params ArrowBuffers[] columns)
{
    const int RowsOfBatch = 8_192;

    readonly Schema schema = new(columns.Select(column => column.Field), null);

    public void Insert(DuckDBConnection connection, string table, IEnumerable<object?[]> rows)
    {
        using var batches = rows.Chunk(RowsOfBatch).Select(Batch).GetEnumerator();
        if (batches.MoveNext()) ArrowImport.Run(connection, BatchStream.Of(schema, batches), "new_rows", $"INSERT INTO {table} BY NAME SELECT * FROM new_rows");
    }

    RecordBatch Batch(object?[][] rows)
    {
        foreach (var column in columns) column.Grow(rows.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++) Set(columns[column], row, rows[row][column]);
        }
        return new RecordBatch(schema, columns.Select(column => column.Take(rows.Length)), rows.Length);
    }

    public static ArrowBuffers Integer(string name) => new FixedBuffers<int>(name, Int32Type.Default);

    public static ArrowBuffers Long(string name) => new FixedBuffers<long>(name, Int64Type.Default);

    public static ArrowBuffers YesNo(string name) => new YesNoBuffers(name);

    public static ArrowBuffers Moment(string name) => new FixedBuffers<long>(name, new TimestampType(TimeUnit.Microsecond, (string?)null));

    public static ArrowBuffers Text(string name) => new TextBuffers(name);

    static void Set(ArrowBuffers column, int row, object? value)
    {
        switch (column, value)
        {
            case (FixedBuffers<int> integers, int number):
                integers.Set(row, number);
                break;
            case (FixedBuffers<long> longs, long number):
                longs.Set(row, number);
                break;
            case (FixedBuffers<long> moments, DateTime moment):
                moments.Set(row, (moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
                break;
            case (YesNoBuffers flags, bool flag):
                flags.Set(row, flag);
                break;
            case (TextBuffers texts, string text):
                texts.Set(row, System.Text.Encoding.UTF8.GetBytes(text));
                break;
            case (_, null):
                column.SetNull(row);
                break;
            default:
                throw new ArgumentException($"{column.Field.Name} cannot hold {value.GetType().Name}.");
        }
    }
}
