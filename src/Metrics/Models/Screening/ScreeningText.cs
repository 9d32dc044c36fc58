using System.Text;

namespace DemoCityAnalytics.Metrics.Models.Screening;

/// <summary>
/// A text as the rules read it: full-width letters, radical look-alikes and the usual traditional characters brought to one form,
/// invisible characters left out, list marks turned into breaks. Every character knows its place in the original.
/// </summary>
public sealed class ScreeningText
{
    const string Traditional = "優歲齡證須戶費訓質氣檢殘單賺貸錄職僅類請無孕輕鬆兩對陰陽繳預報體復農業務員應屆畢學歷專長經驗進裝別們與為佔";
    const string Simplified = "优岁龄证须户费训质气检残单赚贷录职仅类请无孕轻松两对阴阳缴预报体复农业务员应届毕学历专长经验进装别们与为占";
    const string Invisible = "\u200B\u200C\u200D\u2060\uFEFF\u00AD\uFE0F";

    const char LeftOut = '\uFFFF'; // no character

    // Every character's form, looked up rather than worked out: a million postings hold hundreds of millions of them.
    static readonly char[] Forms = [.. Enumerable.Range(0, char.MaxValue + 1).Select(letter => Invisible.Contains((char)letter, StringComparison.Ordinal) ? LeftOut : OneForm((char)letter))];

    readonly int[] places;

    ScreeningText(string original, string normal, int[] places) => (Original, Normal, this.places) = (original, normal, places);

    public string Original { get; }
    public string Normal { get; }

    public static ScreeningText Of(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        var (normal, places, length) = (new char[original.Length], new int[original.Length + 1], 0);
        for (var i = 0; i < original.Length; i++)
        {
            if (Forms[original[i]] is LeftOut) continue;
            (normal[length], places[length]) = (Forms[original[i]], i);
            length++;
        }
        places[length] = original.Length;
        return new(original, new string(normal, 0, length), places);
    }

    /// <summary>Start and length in the original of a stretch of the normal form.</summary>
    public (int Start, int Length) Place(int start, int length) =>
        length == 0 ? (places[start], 0) : (places[start], places[start + length - 1] + 1 - places[start]);

    /// <summary>The stretch around a position up to the nearest break on either side.</summary>
    public (int Start, int End) Around(int start, int end, bool commasBreak)
    {
        while (start > 0 && !Breaks(Normal[start - 1], commasBreak)) start--;
        while (end < Normal.Length && !Breaks(Normal[end], commasBreak)) end++;
        return (start, end);
    }

    static bool Breaks(char letter, bool commasBreak) =>
        letter is '\n' or '\r' or '。' or ';' or '!' or '?' or '|' || commasBreak && letter is ',' or '，';

    static char OneForm(char letter)
    {
        switch (letter)
        {
            case '\u3000' or '\u00A0' or '\t': return ' ';
            case '；': return ';';
            case '！': return '!';
            case '？': return '?';
            case '，' or '：' or '（' or '）' or '。': return letter; // the rules know both forms
            case >= '①' and <= '⑳' or '●' or '•' or '■' or '◆' or '★' or '☆' or '▲' or '※' or '\u2028': return '\n';
        }
        var at = Traditional.IndexOf(letter, StringComparison.Ordinal);
        if (at >= 0) return Simplified[at];
        // Only what stays one character: full-width letters and digits, Kangxi radicals, compatibility ideographs.
        if (letter is (>= '\uFF01' and <= '\uFF5E') or (>= '\u2E80' and <= '\u2FD5') or (>= '\uF900' and <= '\uFAFF'))
            return letter.ToString().Normalize(NormalizationForm.FormKC) is [var one] ? one : letter;
        return letter;
    }
}
