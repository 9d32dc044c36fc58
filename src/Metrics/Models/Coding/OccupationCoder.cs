using DemoCityAnalytics.Metrics.Models.Duplicates;

namespace DemoCityAnalytics.Metrics.Models.Coding;

/// <summary>
/// Codes a posting to 中类 of 职业分类大典 (2022) by the words of its title; the description counts a little, and alone where the title says nothing.
/// Chinese titles end with what the job is (电商运营主管助理), so later and longer words count more.
/// </summary>
public sealed class OccupationCoder
{
    public const string Version = "1";

    /// <summary>How much of the description is read; what follows is duties and benefits of any job.</summary>
    const int DescriptionReach = 120;

    readonly Dictionary<string, int[]> words;
    readonly int longest;

    public OccupationCoder()
    {
        words = CodeLists.Occupations.SelectMany((code, at) => code.Words.Select(word => (Word: Shingles.Plain(word), At: at))).GroupBy(x => x.Word, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(x => x.At).Distinct().ToArray(), StringComparer.Ordinal);
        longest = words.Keys.Max(word => word.Length);
    }

    /// <summary>The likeliest codes, the first one first; empty when no word is known. Confidences are shares of what speaks for any code.</summary>
    public IReadOnlyList<CodeProposal> Code(string title, string? description, int most = 3)
    {
        var scores = new double[CodeLists.Occupations.Count];
        Read(Shingles.Title(title), 1, tailCounts: true, scores);
        var said = scores.Sum();
        if (!string.IsNullOrEmpty(description)) Read(Shingles.Plain(description.Length > DescriptionReach ? description[..DescriptionReach] : description), said > 0 ? 0.04 : 0.5, tailCounts: false, scores);
        var all = scores.Sum();
        if (all == 0) return [];
        // A weak trace is not a certain one: a constant speaks for "none of these".
        return [.. scores.Select((score, at) => (Score: score, At: at)).Where(x => x.Score > 0).OrderByDescending(x => x.Score).ThenBy(x => x.At).Take(most)
            .Select(x => new CodeProposal(CodeLists.Occupations[x.At].Code, CodeLists.Occupations[x.At].Name, x.Score / (all + 1)))];
    }

    void Read(string plain, double weight, bool tailCounts, double[] scores)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var covered = 0; // a word inside a longer one that was read already says nothing new
        for (var start = 0; start < plain.Length; start++)
            for (var length = Math.Min(longest, plain.Length - start); length >= 2; length--)
            {
                if (start + length <= covered || !lookup.TryGetValue(plain.AsSpan(start, length), out var codes)) continue;
                covered = start + length;
                var tail = tailCounts ? 0.5 + 1.5 * (start + length) / plain.Length : 1;
                foreach (var code in codes) scores[code] += weight * Math.Pow(length, 1.6) * tail / codes.Length;
                break;
            }
    }
}
