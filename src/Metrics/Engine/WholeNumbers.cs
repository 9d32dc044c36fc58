using System.Numerics;
using System.Runtime.InteropServices;
using Apache.Arrow;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>Whole numbers of a column, whatever its width.</summary>
static class WholeNumbers
{
    /// <summary>What it gives for an empty cell means nothing.</summary>
    public static void Read(IArrowArray column, Span<Int128> numbers)
    {
        switch (column)
        {
            case Int64Array x: Read(x, numbers); break;
            case Int32Array x: Read(x, numbers); break;
            case Int16Array x: Read(x, numbers); break;
            case Int8Array x: Read(x, numbers); break;
            case UInt8Array x: Read(x, numbers); break;
            case UInt16Array x: Read(x, numbers); break;
            case UInt32Array x: Read(x, numbers); break;
            case UInt64Array x: Read(x, numbers); break;
            case Decimal128Array x: MemoryMarshal.Cast<byte, Int128>(x.ValueBuffer.Span).Slice(x.Offset, x.Length).CopyTo(numbers); break;
            case NullArray x: numbers[..x.Length].Clear(); break;
            default: throw new InvalidDataException($"A definition's SQL returns {column.Data.DataType.Name} where whole numbers are expected.");
        }
    }

    static void Read<T>(PrimitiveArray<T> column, Span<Int128> numbers) where T : struct, INumber<T>
    {
        var values = column.Values;
        for (var row = 0; row < values.Length; row++) numbers[row] = Int128.CreateTruncating(values[row]);
    }
}
