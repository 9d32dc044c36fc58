using System.Text;
using UtfUnknown;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>The encoding of a text file: its name, how sure that is (0 to 1), and what it rests on.</summary>
public sealed record TextEncoding(string Name, decimal Confidence, string Evidence, int Preamble)
{
    static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>Encodings that can be named, for the option and for messages.</summary>
    public static IReadOnlyList<string> Known { get; } = ["utf-8", "gb18030", "utf-16le", "utf-16be", .. Mojibake.Names];

    /// <summary>The content as UTF-8, without byte order mark. Bytes that the encoding does not allow raise <see cref="DecoderFallbackException"/>.</summary>
    public Stream AsUtf8(Stream content)
    {
        content.Position = Preamble;
        if (Name == "utf-8") return content;
        return Mojibake.Of(Name) is { } damage
            ? damage.Repaired(content)
            : Encoding.CreateTranscodingStream(content, Strict(Name), StrictUtf8);
    }

    /// <summary>An encoding the caller names instead of having it found; gbk and gb2312 are read as GB18030, which contains them.</summary>
    public static TextEncoding? Named(string name, Stream content)
    {
        var known = name.ToLowerInvariant() switch
        {
            "utf-8" or "utf8" => "utf-8",
            "gb18030" or "gbk" or "gb2312" => "gb18030",
            "utf-16" or "utf-16le" => "utf-16le",
            "utf-16be" => "utf-16be",
            var other => Mojibake.Of(other)?.Name,
        };
        return known is null ? null : new TextEncoding(known, 1m, "named by the caller", Mark(content) is { } mark && (mark.Name == known || Mojibake.Of(known) is not null) ? mark.Preamble : 0);
    }

    /// <summary>
    /// Finds the encoding: a byte order mark; else the zero bytes of UTF-16; else the whole file valid as UTF-8, where text that was
    /// decoded wrongly on its way is told from good text; else what its byte pattern says; else GB18030, the national standard.
    /// </summary>
    /// <exception cref="UnreadableFileException">The text was decoded wrongly on its way and cannot be repaired.</exception>
    public static TextEncoding Detect(Stream content)
    {
        if (Mark(content) is { } marked) return marked.Name == "utf-8" && Mojibake.Find(content, marked.Preamble) is { } damaged ? damaged : marked;
        if (ZeroBytes(content) is { } wide) return wide;
        switch (Utf8Check.Of(content))
        {
            case { Kind: Utf8Kind.Ascii }:
                return new TextEncoding("utf-8", 1m, "ASCII only", 0);
            case { Kind: Utf8Kind.Cut, Line: var line }:
                throw new UnreadableFileException($"文件在第{line}行的一个字符中间中断，传送不完整。请重新报送完整的文件。", $"The file ends in the middle of a character on line {line}: it was cut off on its way. Send it again whole.");
            case { Kind: Utf8Kind.Mixed, Line: var line }:
                throw new UnreadableFileException(
                    $"文件开头是 UTF-8，第{line}行起含有其他编码的字节。请以一种编码另存后重新报送，或指定编码。",
                    $"The file begins as UTF-8, but holds bytes of another encoding from line {line} on. Save it in one encoding and send it again, or name the encoding.");
            case { Kind: Utf8Kind.Valid }:
                return Mojibake.Find(content, 0) ?? new TextEncoding("utf-8", 0.99m, "the whole file is valid UTF-8", 0);
            default:
                content.Position = 0;
                var found = CharsetDetector.DetectFromStream(content, 256 << 10).Detected;
                return found?.EncodingName is { } name && name.StartsWith("gb", StringComparison.OrdinalIgnoreCase)
                    ? new TextEncoding("gb18030", Math.Clamp((decimal)found.Confidence, 0m, 1m), "its byte pattern", 0)
                    : new TextEncoding("gb18030", 0.5m, "not UTF-8; the national standard is assumed", 0);
        }
    }

    static Encoding Strict(string name) => name switch
    {
        "gb18030" => Mojibake.Gb18030,
        "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        _ => StrictUtf8,
    };

    static TextEncoding? Mark(Stream content)
    {
        Span<byte> start = stackalloc byte[3];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, 3, throwOnEndOfStream: false)];
        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return new TextEncoding("utf-8", 1m, "byte order mark", 3);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new TextEncoding("utf-16le", 1m, "byte order mark", 2);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new TextEncoding("utf-16be", 1m, "byte order mark", 2);
        return null;
    }

    // Delimiters, line breaks and digits have a zero byte each in UTF-16, on one side only; other text has none at all.
    static TextEncoding? ZeroBytes(Stream content)
    {
        var sample = new byte[64 << 10];
        content.Position = 0;
        var length = content.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false) & ~1;
        var (even, odd) = (0, 0);
        for (var at = 0; at < length; at += 2)
        {
            if (sample[at] == 0) even++;
            if (sample[at + 1] == 0) odd++;
        }
        if (Math.Max(even, odd) * 50 < length || Math.Min(even, odd) * 20 > Math.Max(even, odd)) return null;
        return new TextEncoding(odd > even ? "utf-16le" : "utf-16be", 0.95m, "zero bytes on one side of every ASCII letter, no byte order mark", 0);
    }
}
