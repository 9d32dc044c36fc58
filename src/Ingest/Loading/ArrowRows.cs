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

/// <summary>A few rows of numbers and texts on their way into a table, matched by column name.</summary>
sealed class ArrowRows(params ArrowBuffers[] columns)
{
    readonly List<object?[]> rows = [];

    public void Add(params object?[] row) => rows.Add(row);

    public void Insert(DuckDBConnection connection, string table)
    {
        if (rows.Count == 0) return;
        foreach (var column in columns) column.Grow(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns.Length; column++) Set(columns[column], row, rows[row][column]);
        }
        var schema = new Schema(columns.Select(column => column.Field), null);
        RecordBatch? batch = new RecordBatch(schema, columns.Select(column => column.Take(rows.Count)), rows.Count);
        var stream = new BatchStream(schema, () => Interlocked.Exchange(ref batch, null));
        ArrowImport.Run(connection, stream, "new_rows", $"INSERT INTO {table} BY NAME SELECT * FROM new_rows");
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
