using System.Text;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>
/// Text that some program on the way decoded wrongly and stored as UTF-8: ÕÐÆ¸ is 招聘 in GBK read as Latin. Every byte is still there,
/// and the original comes back when the wrong step is undone.
/// </summary>
sealed class Mojibake
{
    const int SampleBytes = 64 << 10;
    const int FewestLetters = 8;

    /// <summary>The national standard, which contains GBK and GB 2312; strict both ways.</summary>
    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    static readonly Mojibake[] Kinds =
    [
        new("gb18030-as-latin", Gb18030, LatinBytes.Instance, "GBK 文本曾被按西文（Windows-1252）读取", "Chinese text in GBK that was read as Windows-1252"),
        new("utf-8-as-latin", Utf8, LatinBytes.Instance, "UTF-8 文本曾被按西文（Windows-1252）读取", "text in UTF-8 that was read as Windows-1252"),
        new("utf-8-as-gb18030", Utf8, Gb18030, "UTF-8 文本曾被按 GBK 读取", "text in UTF-8 that was read as GBK"),
    ];

    readonly Encoding original;
    readonly Encoding wrong;
    readonly string zh;
    readonly string en;

    Mojibake(string name, Encoding original, Encoding wrong, string zh, string en) => (Name, this.original, this.wrong, this.zh, this.en) = (name, original, wrong, zh, en);

    public string Name { get; }

    public static IEnumerable<string> Names => Kinds.Select(kind => kind.Name);

    public static Mojibake? Of(string name) => Array.Find(Kinds, kind => kind.Name == name);

    /// <summary>The content as it was before the wrong step, in UTF-8.</summary>
    public Stream Repaired(Stream content)
    {
        var bytes = Encoding.CreateTranscodingStream(content, Utf8, wrong);
        return original == Utf8 ? bytes : Encoding.CreateTranscodingStream(bytes, original, Utf8);
    }

    /// <summary>The way in which a valid UTF-8 text was damaged, with the encoding that repairs it; null when it looks sound.</summary>
    /// <exception cref="UnreadableFileException">The text was damaged beyond repair.</exception>
    public static TextEncoding? Find(Stream content, int preamble)
    {
        var sample = Sample(content, preamble);
        var letters = sample.EnumerateRunes().Count(rune => rune.Value >= 0x80);
        if (letters < FewestLetters) return null;
        var lost = sample.Count(letter => letter == '\uFFFD') + sample.AsSpan().Count("锟斤拷") * 3;
        if (lost * 5 > letters)
            throw new UnreadableFileException("文件中的汉字已在此前的编码转换中丢失（出现“�”或“锟斤拷”），无法还原。请从业务系统重新导出后报送。", "The Chinese characters were lost in an earlier conversion ('�' or '锟斤拷' stand for them) and cannot be restored. Export the file anew and send it again.");
        foreach (var kind in Kinds)
        {
            if (kind.Undo(sample) is not { } text) continue;
            var chinese = text.EnumerateRunes().Count(IsChinese);
            var others = text.EnumerateRunes().Count(rune => rune.Value >= 0x80 && !IsChinese(rune));
            // Undoing a step that never happened gives nonsense or fails; undoing one that did gives Chinese.
            if (chinese >= FewestLetters / 2 && chinese > others * 4) return new TextEncoding(kind.Name, 0.9m, $"{kind.en}; repaired", preamble);
        }
        return null;
    }

    /// <summary>What the encoding's name means, for messages.</summary>
    public string Zh => zh;

    string? Undo(string sample)
    {
        // The sample may end in the middle of a character, and so may what it was made of.
        for (var cut = 0; cut < 4 && cut < sample.Length; cut++)
        {
            try
            {
                return original.GetString(wrong.GetBytes(sample[..^cut]));
            }
            catch (Exception e) when (e is DecoderFallbackException or EncoderFallbackException or ArgumentException)
            {
            }
        }
        return null;
    }

    static string Sample(Stream content, int preamble)
    {
        content.Position = preamble;
        var bytes = new byte[SampleBytes];
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        while (length > 0 && length == bytes.Length && (bytes[length - 1] & 0x80) != 0) length--;
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    // Ideographs, and the signs and full-width letters that stand between them.
    static bool IsChinese(Rune rune) => rune.Value is >= 0x4E00 and <= 0x9FFF or >= 0x3000 and <= 0x303F or >= 0xFF01 and <= 0xFF5E or 0x2014 or 0x2018 or 0x2019 or 0x201C or 0x201D or 0x2026;

    /// <summary>One byte a letter: Latin-1, and the letters that Windows-1252 has in place of its control characters.</summary>
    sealed class LatinBytes : Encoding
    {
        public static readonly LatinBytes Instance = new();

        static readonly char[] Windows = [.. "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"];

        public override int GetByteCount(char[] chars, int index, int count) => count;
        public override int GetCharCount(byte[] bytes, int index, int count) => count;
        public override int GetMaxByteCount(int charCount) => charCount;
        public override int GetMaxCharCount(int byteCount) => byteCount;

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
        {
            for (var at = 0; at < charCount; at++)
            {
                var letter = chars[charIndex + at];
                var windows = letter < 0x100 ? letter : Array.IndexOf(Windows, letter) is >= 0 and var found ? 0x80 + found : -1;
                if (windows < 0) throw new DecoderFallbackException($"The letter U+{(int)letter:X4} is none of Windows-1252.");
                bytes[byteIndex + at] = (byte)windows;
            }
            return charCount;
        }

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
        {
            for (var at = 0; at < byteCount; at++)
                chars[charIndex + at] = bytes[byteIndex + at] is >= 0x80 and < 0xA0 and var high ? Windows[high - 0x80] : (char)bytes[byteIndex + at];
            return byteCount;
        }
    }
}
