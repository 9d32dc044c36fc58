using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>
/// Reads numbers as people write them: 1234, +1,234.50, １２３４, −5, 6.5% where the column is a percentage. A number is returned as
/// whole units and the count of its decimals, so that nothing is lost.
/// </summary>
public static class NumberText
{
    const int MostDigits = 18;
    const long SurelyFits = long.MaxValue / 1_000;

    public static bool TryRead(ReadOnlySpan<byte> text, bool percent, out long units, out int decimals)
    {
        if (TryReadAscii(text, percent, out units, out decimals)) return true;
        if (text.Length > 128 || Utf8Text.IsAscii(text)) return false;
        Span<byte> half = stackalloc byte[text.Length];
        half = half[..Utf8Text.ToHalfWidth(text, half)];
        return TryReadAscii(half, percent, out units, out decimals);
    }

    static bool TryReadAscii(ReadOnlySpan<byte> text, bool percent, out long units, out int decimals)
    {
        units = 0;
        decimals = 0;
        if (percent && text.Length > 1 && text[^1] == '%') text = text[..^1].TrimEnd((byte)' ');
        var negative = false;
        if (text.Length > 0 && text[0] is (byte)'+' or (byte)'-')
        {
            negative = text[0] == '-';
            text = text[1..];
        }
        if (text.Length == 0) return false;

        var digits = 0;
        var sinceComma = -1; // -1: no thousands separator yet
        var at = 0;
        for (; at < text.Length && text[at] != '.'; at++)
        {
            if (text[at] == ',')
            {
                if (sinceComma is not (-1 or 3) || at is 0 or > 3 && sinceComma == -1) return false;
                sinceComma = 0;
                continue;
            }
            if (text[at] is < (byte)'0' or > (byte)'9' || ++digits > MostDigits) return false;
            if (sinceComma >= 0 && ++sinceComma > 3) return false;
            units = units * 10 + (text[at] - '0');
        }
        if (digits == 0 || sinceComma is not (-1 or 3)) return false;
        if (at < text.Length)
        {
            var fraction = text[(at + 1)..];
            if (fraction.Length == 0) return false;
            // Zeros at the end say nothing; without them long fractions of whole numbers still fit.
            var kept = fraction.TrimEnd((byte)'0');
            foreach (var digit in kept)
            {
                if (digit is < (byte)'0' or > (byte)'9' || ++digits > MostDigits) return false;
                units = units * 10 + (digit - '0');
                decimals++;
            }
        }
        if (negative) units = -units;
        return true;
    }

    /// <summary>The number with exactly this many decimals, times <paramref name="factor"/>; false when that is not exact or does not fit.</summary>
    public static bool TryScale(long units, int decimals, int wanted, long factor, out long scaled)
    {
        if (factor == 1 && decimals <= wanted && Math.Abs(units) <= SurelyFits && wanted <= 2)
        {
            // Almost every number: no unit, not many digits.
            scaled = units;
            for (; decimals < wanted; decimals++) scaled *= 10;
            return true;
        }
        scaled = 0;
        var value = (Int128)units * factor;
        for (; decimals < wanted; decimals++) value *= 10;
        for (; decimals > wanted; decimals--)
        {
            if (value % 10 != 0) return false;
            value /= 10;
        }
        if (value > long.MaxValue || value < long.MinValue) return false;
        scaled = (long)value;
        return true;
    }
}
