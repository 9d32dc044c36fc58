using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>Records of a BIFF8 stream (MS-XLS): type, length, body, all little-endian.</summary>
sealed class BinaryRecords
{
    readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);

    public int Length => _bytes.WrittenCount;

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    public void Record(ushort type, params ReadOnlySpan<ushort> words)
    {
        Head(type, words.Length * 2);
        foreach (var word in words) Word(word);
    }

    public void Head(ushort type, int length)
    {
        Word(type);
        Word((ushort)length);
    }

    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    public void Word(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.GetSpan(2), value);
        _bytes.Advance(2);
    }

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    public void DoubleWord(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    /// <summary>Characters of two bytes each, without their count.</summary>
    public void Characters(string text)
    {
        var written = Encoding.Unicode.GetBytes(text, _bytes.GetSpan(text.Length * 2));
        _bytes.Advance(written);
    }

    public void Append(BinaryRecords other) => _bytes.Write(other._bytes.WrittenSpan);
}
