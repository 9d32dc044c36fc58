using System.Globalization;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Identifiers;

/// <summary>Invented unified social credit codes (统一社会信用代码, GB 32100) around organisation codes (GB 11714), both check digits right.</summary>
static class CreditCode
{
    // The credit code leaves out I, O, S, V and Z; the organisation code inside it uses all letters, so the two give letters different values.
    const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    static ReadOnlySpan<int> OrganisationWeights => [3, 7, 9, 10, 5, 8, 4, 2];

    public static string Of(ulong name, int area) => string.Create(18, (name, area), static (text, given) =>
    {
        var draw = new Draw(given.name);
        text[0] = '9';
        text[1] = (char)('1' + draw.Below(3));
        given.area.TryFormat(text[2..], out _, "000000", CultureInfo.InvariantCulture);
        for (var i = 8; i < 16; i++) text[i] = Alphabet[draw.Below(Alphabet.Length)];
        text[16] = OrganisationCheck(text[8..16]);
        text[17] = Check(text[..17]);
    });

    /// <summary>The same code with a wrong last character.</summary>
    public static string Broken(string code) =>
        string.Concat(code.AsSpan(0, 17), Alphabet.AsSpan((Alphabet.IndexOf(code[17], StringComparison.Ordinal) + 1) % Alphabet.Length, 1));

    public static bool IsValid(string text) =>
        text.Length == 18 && !text.AsSpan().ContainsAnyExcept(Alphabet) && text[16] == OrganisationCheck(text.AsSpan(8, 8)) && text[17] == Check(text.AsSpan(0, 17));

    static char OrganisationCheck(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += (char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10) * OrganisationWeights[i];
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    static char Check(ReadOnlySpan<char> body)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in body)
        {
            sum += Alphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - sum % 31) % 31];
    }
}
