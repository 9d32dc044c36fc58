using System.Globalization;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>Writes small numbers into text buffers; format strings take most of the time of a large run.</summary>
static class Digits
{
    /// <summary>A number that is not negative, with leading zeros up to the width. Returns the characters written.</summary>
    public static int Write(int number, int width, Span<char> into)
    {
        while (number >= Power(width)) width++;
        for (var at = width - 1; at >= 0; at--, number /= 10) into[at] = (char)('0' + number % 10);
        return width;

        static int Power(int exponent)
        {
            var power = 1;
            while (exponent-- > 0) power *= 10;
            return power;
        }
    }

    public static int WriteHundredths(long hundredths, Span<char> into)
    {
        var sign = hundredths < 0 ? Copy("-", into) : 0;
        var (whole, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        whole.TryFormat(into[sign..], out var length, default, CultureInfo.InvariantCulture);
        length += sign;
        into[length++] = '.';
        return length + Write((int)rest, 2, into[length..]);
    }

    public static int Copy(string text, Span<char> into)
    {
        text.CopyTo(into);
        return text.Length;
    }
}
