using System.Numerics;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>Sums by a small whole-number key; what was added comes out in the order of the keys.</summary>
sealed class KeyedSums(int keyCount, int partCount)
{
    readonly Int128[] sums = new Int128[keyCount * partCount];
    readonly ulong[] used = new ulong[keyCount / 64 + 1];

    /// <summary>A key of which nothing but zeros was added stays unused.</summary>
    public void Add(int key, ReadOnlySpan<Int128> parts)
    {
        var own = sums.AsSpan(key * partCount, partCount);
        for (var part = 0; part < parts.Length; part++)
        {
            if (parts[part] == 0) continue;
            own[part] += parts[part];
            used[key >> 6] |= 1UL << key;
        }
    }

    /// <summary>Appends keys and sums, and starts anew.</summary>
    public void MoveTo(List<int> keys, List<Int128> parts)
    {
        for (var word = 0; word < used.Length; word++)
        {
            for (var bits = used[word]; bits != 0; bits &= bits - 1)
            {
                var key = word * 64 + BitOperations.TrailingZeroCount(bits);
                var own = sums.AsSpan(key * partCount, partCount);
                keys.Add(key);
                parts.AddRange(own);
                own.Clear();
            }
            used[word] = 0;
        }
    }
}
