using System.Globalization;
using DemoCityAnalytics.Generator.Randomness;

namespace DemoCityAnalytics.Generator.Identifiers;

/// <summary>
/// An invented citizen number (公民身份号码, GB 11643): right in form and check digit, but its area part is an invented district,
/// so that it belongs to nobody.
/// </summary>
readonly record struct PersonNumber(int Area, int Year, int Month, int Day, int Sequence, bool Broken = false)
{
    const string CheckCharacters = "10X98765432";

    static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Odd sequence numbers are men.</summary>
    public bool IsMale => Sequence % 2 == 1;

    public DateOnly Birth => new(Year, Month, Day);

    /// <summary>Two rows are of one person when this is equal; a wrong check digit makes another number of it.</summary>
    public ulong Key => ((ulong)Area * 100_000_000UL + (ulong)(Year * 10000 + Month * 100 + Day)) * 2000UL + (ulong)Sequence * 2UL + (Broken ? 1UL : 0UL);

    public int AgeOn(DateOnly day) =>
        day.Year - Year - (day.Month < Month || (day.Month == Month && day.Day < Day) ? 1 : 0);

    public static PersonNumber Of(ulong name, ReadOnlySpan<int> districts, int year, int youngest, int oldest)
    {
        var draw = new Draw(name);
        var area = districts[draw.Below(districts.Length)];
        return new(area, year - draw.Between(youngest, oldest), draw.Between(1, 12), draw.Between(1, 28), draw.Between(1, 999));
    }

    public override string ToString() => string.Create(18, this, static (text, person) =>
    {
        person.Area.TryFormat(text, out _, "000000", CultureInfo.InvariantCulture);
        (person.Year * 10000 + person.Month * 100 + person.Day).TryFormat(text[6..], out _, "00000000", CultureInfo.InvariantCulture);
        person.Sequence.TryFormat(text[14..], out _, "000", CultureInfo.InvariantCulture);
        var check = CheckIndex(text[..17]);
        text[17] = CheckCharacters[person.Broken ? (check + 1) % 11 : check];
    });

    /// <summary>The first six and the last four characters, as systems that hide the birth date show it.</summary>
    public string Masked()
    {
        var text = ToString();
        return string.Concat(text.AsSpan(0, 6), "********", text.AsSpan(14));
    }

    public static bool IsValid(string text) => text.Length == 18 && !text.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9') && text[17] == CheckCharacters[CheckIndex(text.AsSpan(0, 17))];

    static int CheckIndex(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (digits[i] - '0') * Weights[i];
        return sum % 11;
    }
}
