using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Ingest.Identity;

namespace DemoCityAnalytics.Ingest.Quality;

/// <summary>Hides what identifies a person in a text that leaves the platform.</summary>
public static partial class PersonalText
{
    /// <summary>A number of which nobody can be found: 130102********1234; what is no such number is hidden as a whole.</summary>
    public static string MaskNumber(string number) =>
        number.Length == 0 ? "" : number.Length == 18 ? string.Concat(number.AsSpan(0, 6), "********", number.AsSpan(14)) : "***";

    /// <summary>Citizen numbers and mobile phones anywhere in a text.</summary>
    public static string Mask(string text)
    {
        text = CitizenNumber().Replace(text, match => ResidentIdentity.Check(Encoding.ASCII.GetBytes(match.Value)) == IdentifierVerdict.Invalid ? match.Value : MaskNumber(match.Value));
        return Mobile().Replace(text, match => string.Concat(match.Value.AsSpan(0, 3), "****", match.Value.AsSpan(7)));
    }

    /// <summary>A cell under a head that asks for a person's name, number, phone or home.</summary>
    public static string MaskUnder(string head, string cell)
    {
        if (cell.Length == 0 || !PersonalHead().IsMatch(head)) return Mask(cell);
        return NumberHead().IsMatch(head) ? MaskNumber(cell) : cell[..char.ConvertFromUtf32(char.ConvertToUtf32(cell, 0)).Length] + "**";
    }

    [GeneratedRegex("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])")]
    private static partial Regex CitizenNumber();

    [GeneratedRegex("(?<![0-9])1[3-9][0-9]{9}(?![0-9])")]
    private static partial Regex Mobile();

    [GeneratedRegex("姓名|联系人|经办人|身份证|证件号|社会保障号|电话|手机|住址|家庭地址|aac002|aac003|aac147|aac067|aae005|acb501", RegexOptions.IgnoreCase)]
    private static partial Regex PersonalHead();

    [GeneratedRegex("身份证|证件号|社会保障号|aac002|aac147", RegexOptions.IgnoreCase)]
    private static partial Regex NumberHead();
}
