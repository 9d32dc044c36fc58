using System.Buffers;
using System.Text;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>Small questions about UTF-8 text: white space, full-width letters, the ways of writing "nothing".</summary>
public static class Utf8Text
{
    static readonly SearchValues<byte> Ascii = SearchValues.Create([.. Enumerable.Range(0, 128).Select(value => (byte)value)]);

    /// <summary>Without white space around it: blanks, tabs, line breaks, no-break (U+00A0) and ideographic spaces (U+3000), and byte order marks.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        // Almost every cell begins and ends with a letter or a digit.
        if (text.Length > 0 && text[0] is > 0x20 and < 0x80 && text[^1] is > 0x20 and < 0x80) return text;
        while (text.Length > 0)
        {
            if (text[0] <= 0x20) text = text[1..];
            else if (text[0] >= 0xC2 && WideSpaceAtStart(text) is > 0 and var width) text = text[width..];
            else break;
        }
        while (text.Length > 0)
        {
            if (text[^1] <= 0x20) text = text[..^1];
            else if (text[^1] >= 0x80 && WideSpaceAtEnd(text) is > 0 and var width) text = text[..^width];
            else break;
        }
        return text;
    }

    static int WideSpaceAtStart(ReadOnlySpan<byte> text) =>
        text.StartsWith("\u3000"u8) || text.StartsWith("\uFEFF"u8) ? 3 : text.StartsWith("\u00A0"u8) ? 2 : 0;

    static int WideSpaceAtEnd(ReadOnlySpan<byte> text) =>
        text.EndsWith("\u3000"u8) || text.EndsWith("\uFEFF"u8) ? 3 : text.EndsWith("\u00A0"u8) ? 2 : 0;

    /// <summary>The cell says that there is nothing; <c>无</c> does unless a code list or a yes-no column knows it.</summary>
    public static bool IsEmptyToken(ReadOnlySpan<byte> trimmed)
    {
        if (trimmed.Length == 0) return true;
        if (trimmed.Length > 6) return false;
        return trimmed[0] switch
        {
            (byte)'-' => trimmed.Length == 1 || trimmed.SequenceEqual("--"u8),
            (byte)'/' => trimmed.Length == 1,
            (byte)'N' => trimmed.SequenceEqual("NULL"u8) || trimmed.SequenceEqual("N/A"u8),
            (byte)'n' => trimmed.SequenceEqual("null"u8),
            0xE2 => trimmed.SequenceEqual("—"u8) || trimmed.SequenceEqual("——"u8),
            0xE6 => trimmed.SequenceEqual("无"u8),
            _ => false,
        };
    }

    public static bool IsAscii(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(Ascii) < 0;

    /// <summary>
    /// Full-width letters, digits and signs (U+FF01 to U+FF5E) become their ASCII forms. Returns the number of bytes written; the
    /// result is never longer than the text.
    /// </summary>
    public static int ToHalfWidth(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var written = 0;
        for (var read = 0; read < text.Length;)
        {
            if (text[read] == 0xEF && read + 2 < text.Length && Rune.DecodeFromUtf8(text[read..], out var rune, out var width) == OperationStatus.Done
                && rune.Value is >= 0xFF01 and <= 0xFF5E)
            {
                into[written++] = (byte)(rune.Value - 0xFEE0);
                read += width;
            }
            else
            {
                into[written++] = text[read++];
            }
        }
        return written;
    }

    /// <summary>Number of characters (code points).</summary>
    public static int Length(ReadOnlySpan<byte> text)
    {
        var length = 0;
        foreach (var value in text) length += (value & 0xC0) != 0x80 ? 1 : 0;
        return length;
    }
}
