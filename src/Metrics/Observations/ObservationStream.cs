using System.Numerics;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Metrics.Observations;

/// <summary>Observations of one indicator as Arrow batches, made while the database reads them.</summary>
sealed class ObservationStream(IndicatorDefinition definition, IEnumerable<Observation> observations) : IArrowArrayStream
{
    const int BatchRows = 1 << 16;
    const int ValueDecimals = 6;
    static readonly Decimal128Type Whole = new(38, 0);
    static readonly Decimal128Type Value = new(38, ValueDecimals);

    readonly IEnumerator<Observation> rows = observations.GetEnumerator();

    public long Rows { get; private set; }

    public Schema Schema { get; } = new(
        [
            new("indicator", StringType.Default, false), new("variant", StringType.Default, false), new("area_code", Int32Type.Default, false),
            new("frequency", StringType.Default, false), new("period", StringType.Default, false), new("last_month", Int32Type.Default, false),
            new("breakdown", StringType.Default, false), new("member", StringType.Default, false),
            new("numerator", Whole, true), new("denominator", Whole, true), new("value", Value, true), new("low", Value, true), new("high", Value, true),
            new("status", StringType.Default, false), new("note", StringType.Default, true),
            new("definition_version", Int32Type.Default, false), new("definition_hash", StringType.Default, false),
        ],
        []);

    public ValueTask<RecordBatch?> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var texts = Schema.FieldsList.Select(field => field.DataType is StringType ? new StringArray.Builder() : null).ToArray();
        var numbers = Schema.FieldsList.Select(field => field.DataType is Int32Type ? new Int32Array.Builder() : null).ToArray();
        var decimals = Schema.FieldsList.Select(field => field.DataType is Decimal128Type ? new List<Int128?>() : null).ToArray();
        var count = 0;
        for (; count < BatchRows && rows.MoveNext(); count++)
        {
            var row = rows.Current;
            texts[0]!.Append(row.Id.Indicator);
            texts[1]!.Append(row.Id.Variant);
            numbers[2]!.Append(row.Id.AreaCode);
            texts[3]!.Append(row.Id.Period.Frequency.ToString());
            texts[4]!.Append(row.Id.Period.ToString());
            numbers[5]!.Append(row.Id.Period.Last.Index);
            texts[6]!.Append(row.Id.Breakdown);
            texts[7]!.Append(row.Id.Member);
            decimals[8]!.Add((Int128?)row.Numerator);
            decimals[9]!.Add((Int128?)row.Denominator);
            decimals[10]!.Add(Shifted(row.Value));
            decimals[11]!.Add(Shifted(row.Low));
            decimals[12]!.Add(Shifted(row.High));
            texts[13]!.Append(row.Status.ToString());
            texts[14]!.Append(row.Note);
            numbers[15]!.Append(row.DefinitionVersion);
            texts[16]!.Append(definition.Hash);
        }
        Rows += count;
        return ValueTask.FromResult(count == 0 ? null : new RecordBatch(Schema, Schema.FieldsList.Select((field, column) => field.DataType switch
        {
            StringType => (IArrowArray)texts[column]!.Build(),
            Int32Type => numbers[column]!.Build(),
            _ => Decimals((Decimal128Type)field.DataType, decimals[column]!),
        }), count));
    }

    public void Dispose() => rows.Dispose();

    // Values have at most six decimals, so that this is exact.
    static Int128? Shifted(decimal? value) => value is { } given ? (Int128)(BigInteger)(given * 1_000_000m) : null;

    static Decimal128Array Decimals(Decimal128Type type, List<Int128?> values)
    {
        var bytes = new byte[values.Count * 16];
        var cells = MemoryMarshal.Cast<byte, Int128>(bytes.AsSpan());
        var valid = new ArrowBuffer.BitmapBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            cells[i] = values[i] ?? 0;
            valid.Append(values[i] is not null);
        }
        var nulls = values.Count(value => value is null);
        return new Decimal128Array(new ArrayData(type, values.Count, nulls, 0, [nulls == 0 ? ArrowBuffer.Empty : valid.Build(), new ArrowBuffer(bytes)]));
    }
}
