namespace DemoCityAnalytics.Ingest.Identity;

/// <summary>
/// The unified social credit code (统一社会信用代码, GB 32100): 18 characters, the last a check character; characters 9 to 17 are the
/// organisation code (GB 11714) with a check character of its own.
/// </summary>
public static class CreditCode
{
    // Without I, O, S, V and Z, which are easily misread.
    static ReadOnlySpan<byte> Alphabet => "0123456789ABCDEFGHJKLMNPQRTUWXY"u8;

    /// <summary>Checks a code in ASCII without white space around it.</summary>
    public static IdentifierVerdict Check(ReadOnlySpan<byte> code)
    {
        if (code.Contains((byte)'*')) return IdentifierVerdict.Masked;
        if (code.Length != 18) return IdentifierVerdict.Invalid;
        Span<byte> upper = stackalloc byte[18];
        var lowered = false;
        for (var position = 0; position < 18; position++)
        {
            lowered |= code[position] is >= (byte)'a' and <= (byte)'z';
            upper[position] = code[position] is >= (byte)'a' and <= (byte)'z' ? (byte)(code[position] - 32) : code[position];
        }
        var sum = 0;
        var weight = 1;
        for (var position = 0; position < 17; position++, weight = weight * 3 % 31)
        {
            var value = Alphabet.IndexOf(upper[position]);
            if (value < 0) return IdentifierVerdict.Invalid;
            sum += value * weight;
        }
        if (upper[17] != Alphabet[(31 - sum % 31) % 31]) return IdentifierVerdict.Invalid;
        return lowered ? IdentifierVerdict.Normalise : IdentifierVerdict.Valid;
    }

    /// <summary>
    /// Whether the organisation code inside also passes its own check. Registers hold codes issued before the two were joined, so a
    /// failure here alone is no fault of the row.
    /// </summary>
    public static bool OrganisationCodeHolds(ReadOnlySpan<byte> code)
    {
        if (code.Length != 18) return false;
        ReadOnlySpan<byte> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var position = 0; position < 8; position++)
        {
            var letter = code[8 + position] & ~((code[8 + position] & 0x40) >> 1);
            var value = letter is >= '0' and <= '9' ? letter - '0' : letter is >= 'A' and <= 'Z' ? letter - 'A' + 10 : -1;
            if (value < 0) return false;
            sum += value * weights[position];
        }
        var expected = (11 - sum % 11) switch { 10 => (byte)'X', 11 => (byte)'0', var digit => (byte)('0' + digit) };
        return (code[16] == 'x' ? (byte)'X' : code[16]) == expected;
    }
}
