using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Warehouse.Tests.Storage;

public sealed class ArrowImportTests
{
    [Fact]
    public void Run_StoresEveryTypeExactly()
    {
        using var warehouse = new TemporaryWarehouse();
        using var connection = warehouse.Database.Connect();
        connection.Execute("CREATE TABLE t (i INTEGER, l BIGINT, s VARCHAR, d DATE, n DECIMAL(18, 2), u UTINYINT, b BOOLEAN)");
        var schema = new Schema.Builder()
            .Field(f => f.Name("i").DataType(Int32Type.Default)).Field(f => f.Name("l").DataType(Int64Type.Default))
            .Field(f => f.Name("s").DataType(StringType.Default)).Field(f => f.Name("d").DataType(Date32Type.Default))
            .Field(f => f.Name("n").DataType(new Decimal128Type(18, 2))).Field(f => f.Name("u").DataType(UInt8Type.Default))
            .Field(f => f.Name("b").DataType(BooleanType.Default)).Build();
        var batch = new RecordBatch(schema,
        [
            new Int32Array.Builder().Append(330100).AppendNull().Build(),
            new Int64Array.Builder().Append(8_589_934_593).Append(2).Build(),
            new StringArray.Builder().Append("𠀀县合成一区").AppendNull().Build(),
            new Date32Array.Builder().Append(new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero)).AppendNull().Build(),
            new Decimal128Array.Builder(new Decimal128Type(18, 2)).Append(1.55m).Append(-0.01m).Build(),
            new UInt8Array.Builder().Append(9).Append(0).Build(),
            new BooleanArray.Builder().Append(true).AppendNull().Build(),
        ], 2);

        var rows = ArrowImport.Run(connection, new OneBatch(schema, batch), "incoming", "INSERT INTO t SELECT * FROM incoming");

        Assert.Equal(2, rows);
        var stored = connection.Query("SELECT concat_ws('|', i, l, s, d, n, u, b) FROM t", row => row.GetString(0));
        Assert.Equal(["330100|8589934593|𠀀县合成一区|2024-02-29|1.55|9|true", "2|-0.01|0"], stored);
    }

    sealed class OneBatch(Schema schema, RecordBatch batch) : IArrowArrayStream
    {
        RecordBatch? next = batch;

        public Schema Schema => schema;

        public ValueTask<RecordBatch> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default)
        {
            var current = next;
            next = null;
            return ValueTask.FromResult(current!);
        }

        public void Dispose() => next?.Dispose();
    }
}
