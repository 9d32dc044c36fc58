namespace DemoCityAnalytics.Ingest.Identity;

/// <summary>What is found about an identifier; Normalise = valid once letters are upper case.</summary>
public enum IdentifierVerdict { Valid, Normalise, Masked, Invalid }

/// <summary>The citizen identification number (公民身份号码, GB 11643): 17 digits and a check character, with the day of birth inside.</summary>
public static class ResidentIdentity
{
    static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    static ReadOnlySpan<byte> CheckCharacters => "10X98765432"u8;

    /// <summary>Checks a number in ASCII without white space around it.</summary>
    public static IdentifierVerdict Check(ReadOnlySpan<byte> number)
    {
        if (number.Contains((byte)'*')) return IdentifierVerdict.Masked;
        if (number.Length != 18) return IdentifierVerdict.Invalid;
        var sum = 0;
        for (var position = 0; position < 17; position++)
        {
            if (number[position] is < (byte)'0' or > (byte)'9') return IdentifierVerdict.Invalid;
            sum += (number[position] - '0') * Weights[position];
        }
        if (!IsProvince(number) || !IsDay(number[6..14])) return IdentifierVerdict.Invalid;
        var check = CheckCharacters[sum % 11];
        return number[17] == check ? IdentifierVerdict.Valid
            : check == 'X' && number[17] == 'x' ? IdentifierVerdict.Normalise
            : IdentifierVerdict.Invalid;
    }

    // Counties come, go and are renumbered; the provinces' first two digits stand. 71, 81 and 82 are those of residents from Taiwan, Hong Kong and Macao, 91 of foreigners.
    static bool IsProvince(ReadOnlySpan<byte> number) => ((number[0] - '0') * 10 + number[1] - '0') is
        (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or 81 or 82 or 91;

    static bool IsDay(ReadOnlySpan<byte> digits)
    {
        static int Number(ReadOnlySpan<byte> digits)
        {
            var number = 0;
            foreach (var digit in digits) number = number * 10 + (digit - '0');
            return number;
        }
        var (year, month, day) = (Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]));
        return year is >= 1800 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }
}
