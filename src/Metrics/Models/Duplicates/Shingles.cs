using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Metrics.Models.Screening;

namespace DemoCityAnalytics.Metrics.Models.Duplicates;

/// <summary>A text as the set of its runs of characters, so that small changes change little.</summary>
static partial class Shingles
{
    /// <summary>Letters and digits in one form, lower case; spaces, punctuation and list marks do not count.</summary>
    public static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var plain = new StringBuilder(text.Length);
        foreach (var letter in ScreeningText.Of(text).Normal)
            if (char.IsLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
        return plain.ToString();
    }

    /// <summary>A title without what is only there to be seen: 【急聘】, (高薪10000元以上).</summary>
    public static string Title(string title)
    {
        var bare = Plain(Shouting().Replace(title, ""));
        return bare.Length > 0 ? bare : Plain(title);
    }

    /// <summary>Hashes of all runs of this length, each once, ascending.</summary>
    public static ulong[] Of(string plain, int length)
    {
        if (plain.Length == 0) return [];
        if (plain.Length <= length) return [Hash(plain)];
        var runs = new ulong[plain.Length - length + 1];
        for (var i = 0; i < runs.Length; i++) runs[i] = Hash(plain.AsSpan(i, length));
        Array.Sort(runs);
        var distinct = 1;
        for (var i = 1; i < runs.Length; i++)
            if (runs[i] != runs[i - 1]) runs[distinct++] = runs[i];
        return runs[..distinct];
    }

    /// <summary>Size of what two ascending sets share over the size of both together.</summary>
    public static double Jaccard(ulong[] left, ulong[] right)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j]) { shared++; i++; j++; }
            else if (left[i] < right[j]) i++;
            else j++;
        }
        var union = left.Length + right.Length - shared;
        return union == 0 ? 1 : (double)shared / union;
    }

    /// <summary>FNV-1a, finished by a mixer; the same on every machine, unlike string.GetHashCode.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text) hash = (hash ^ letter) * 1099511628211UL;
        return Mix(hash);
    }

    public static ulong Mix(ulong x)
    {
        x ^= x >> 33;
        x *= 0xff51afd7ed558ccdUL;
        x ^= x >> 33;
        x *= 0xc4ceb9fe1a85ec53UL;
        return x ^ (x >> 33);
    }

    [GeneratedRegex(@"[\[【(（「《][^\]】)）」》]{0,14}(?:聘|招|薪|急|直|机会|优|福利|保障|放心|错过|面议|元|YYDS|纳士|缺)[^\]】)）」》]{0,10}[\]】)）」》](?:招人啦!?)?")]
    private static partial Regex Shouting();
}
