using DemoCityAnalytics.Evaluation.Figures;

namespace DemoCityAnalytics.Evaluation.Sampling;

/// <summary>A record that may be drawn: where it stands in the loaded files, and its stratum (district, window, group).</summary>
public sealed record SampleRecord(string Record, string Stratum);

/// <summary>
/// Draws records for checking so that nobody can choose them and everybody can draw them again: the order inside a stratum is that
/// of SHA-256(seed, record), the sizes follow the strata's shares.
/// </summary>
public static class StratifiedSample
{
    /// <param name="records">The roster of an indicator.</param>
    /// <param name="size">Records to draw; all when there are fewer.</param>
    /// <param name="seed">Stated before the draw, as the number drawn in public.</param>
    public static IReadOnlyList<SampleRecord> Draw(IEnumerable<SampleRecord> records, int size, string seed)
    {
        var strata = records.GroupBy(record => record.Stratum, StringComparer.Ordinal).OrderBy(stratum => stratum.Key, StringComparer.Ordinal)
            .Select(stratum => (stratum.Key, Rows: stratum.OrderBy(record => CanonicalJson.Sha256($"{seed}\n{record.Record}"), StringComparer.Ordinal).ToList())).ToList();
        var sizes = Sizes([.. strata.Select(stratum => stratum.Rows.Count)], size);
        return [.. strata.SelectMany((stratum, i) => stratum.Rows.Take(sizes[i]))];
    }

    /// <summary>Largest remainders; every stratum gets one before any gets a second, as long as the size allows.</summary>
    static int[] Sizes(int[] counts, int size)
    {
        var total = counts.Sum();
        if (size >= total) return counts;
        var sizes = counts.Select(count => size >= counts.Length ? Math.Max(1, (int)((long)count * size / total)) : 0).ToArray();
        while (sizes.Sum() > size) sizes[Best(sizes, counts, i => sizes[i] > 1, (a, b) => (long)sizes[a] * counts[b] > (long)sizes[b] * counts[a])]--;
        while (sizes.Sum() < size) sizes[Best(sizes, counts, i => sizes[i] < counts[i], (a, b) => ((long)sizes[a] + 1) * counts[b] < ((long)sizes[b] + 1) * counts[a])]++;
        return sizes;
    }

    static int Best(int[] sizes, int[] counts, Func<int, bool> may, Func<int, int, bool> better)
    {
        var best = -1;
        for (var i = 0; i < sizes.Length; i++)
            if (may(i) && (best < 0 || better(i, best))) best = i;
        return best;
    }
}
