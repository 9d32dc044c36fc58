using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>What the bytes of a file are as UTF-8.</summary>
enum Utf8Kind
{
    Ascii,
    Valid,

    /// <summary>Valid but for its end, where a character is incomplete.</summary>
    Cut,

    /// <summary>Chinese in UTF-8 up to a place, and other bytes there.</summary>
    Mixed,
    Other,
}

/// <summary>Looks over a whole file as UTF-8; the line is that of the first fault.</summary>
sealed record Utf8Check(Utf8Kind Kind, int Line)
{
    // Other encodings may hold a few bytes that happen to be valid; so many characters of three bytes in a row are no accident.
    const int FewestCharacters = 8;

    public static Utf8Check Of(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[256 << 10];
        var (kept, line, wide, ascii) = (0, 1, 0, true);
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = kept + read;
            var whole = WholeCharacters(buffer.AsSpan(0, filled));
            var text = buffer.AsSpan(0, whole);
            var isValid = Utf8.IsValid(text);
            if (!isValid) text = text[..FirstFault(text)];
            line += text.Count((byte)'\n');
            if (wide < FewestCharacters) wide += WideCharacters(text);
            if (!isValid) return new Utf8Check(wide < FewestCharacters ? Utf8Kind.Other : Utf8Kind.Mixed, line);
            ascii = ascii && Ascii.IsValid(buffer.AsSpan(0, filled));
            kept = filled - whole;
            buffer.AsSpan(whole, kept).CopyTo(buffer);
        }
        return new Utf8Check(kept > 0 ? wide < FewestCharacters ? Utf8Kind.Other : Utf8Kind.Cut : ascii ? Utf8Kind.Ascii : Utf8Kind.Valid, line);
    }

    static int FirstFault(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }

    // A character of three bytes begins with 0xE0 to 0xEF.
    static int WideCharacters(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var value in bytes)
        {
            if (value is >= 0xE0 and <= 0xEF && ++count == FewestCharacters) break;
        }
        return count;
    }

    // A character may be cut at the end of the buffer: at most its first three bytes.
    static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if (value < 0x80) return bytes.Length;
            if (value < 0xC0) continue;
            var width = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
            return back < width ? bytes.Length - back : bytes.Length;
        }
        return bytes.Length;
    }
}
