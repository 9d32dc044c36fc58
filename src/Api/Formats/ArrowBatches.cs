using System.Data.SqlTypes;
using System.Numerics;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using DemoCityAnalytics.Api.Endpoints;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>The rows as Arrow record batches: what the Arrow answer sends and Parquet files are written from.</summary>
sealed class ArrowBatches : IArrowArrayStream
{
    const int RowsPerBatch = 8192;
    const int ExactDigits = 28;

    // Figures are kept with six decimals; how many of them count is in the column "decimals".
    const int ExactDecimals = 6;
    const int WholeDigits = 38;

    readonly IReadOnlyList<TableColumn> columns;
    readonly IEnumerator<ObservationView> rows;

    public ArrowBatches(ObservationSet set)
    {
        columns = TableColumns.Of(set);
        rows = set.Rows.GetEnumerator();
        Schema = new Schema(columns.Select(column => new Field(column.Name, TypeOf(column.Kind), nullable: true)), Facts(set));
    }

    public Schema Schema { get; }

    /// <summary>What a reader must know of the table as a whole.</summary>
    public static Dictionary<string, string> Facts(ObservationSet set) => new()
    {
        ["release"] = set.ReleaseView?.Name ?? "",
        ["as_of"] = set.AsOf is { } moment ? TableColumns.Instant(moment) : "",
        ["synthetic"] = set.Mark,
    };

    public ValueTask<RecordBatch> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var batch = new List<ObservationView>(RowsPerBatch);
        while (batch.Count < RowsPerBatch && rows.MoveNext()) batch.Add(rows.Current);
        return ValueTask.FromResult(batch.Count == 0 ? null! : new RecordBatch(Schema, columns.Select(column => Array(column, batch)), batch.Count));
    }

    public void Dispose() => rows.Dispose();

    static IArrowType TypeOf(CellKind kind) => kind switch
    {
        CellKind.Whole => new Decimal128Type(WholeDigits, 0),
        CellKind.Exact => new Decimal128Type(ExactDigits, ExactDecimals),
        CellKind.Instant => new TimestampType(TimeUnit.Microsecond, "UTC"),
        _ => StringType.Default,
    };

    static IArrowArray Array(TableColumn column, List<ObservationView> rows)
    {
        switch (column.Kind)
        {
            case CellKind.Whole:
                var whole = new Decimal128Array.Builder((Decimal128Type)TypeOf(column.Kind)).Reserve(rows.Count);
                foreach (var row in rows)
                    if (column.Cell(row) is BigInteger number) whole.Append(SqlDecimal.Parse(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                    else whole.AppendNull();
                return whole.Build();
            case CellKind.Exact:
                var exact = new Decimal128Array.Builder((Decimal128Type)TypeOf(column.Kind)).Reserve(rows.Count);
                foreach (var row in rows)
                    if (column.Cell(row) is decimal number) exact.Append(number);
                    else exact.AppendNull();
                return exact.Build();
            case CellKind.Instant:
                var instants = new TimestampArray.Builder((TimestampType)TypeOf(column.Kind)).Reserve(rows.Count);
                foreach (var row in rows)
                    if (column.Cell(row) is DateTime instant) instants.Append(new DateTimeOffset(instant, TimeSpan.Zero));
                    else instants.AppendNull();
                return instants.Build();
            default:
                var text = new StringArray.Builder().Reserve(rows.Count);
                foreach (var row in rows)
                    if (column.Cell(row) is string cell) text.Append(cell);
                    else text.AppendNull();
                return text.Build();
        }
    }
}
