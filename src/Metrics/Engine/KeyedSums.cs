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
        for (var part = 0; part < parts.Length; part++)
        {
            if (parts[part] == 0) continue;
            sums[key * partCount + part] += parts[part];
            used[key >> 6] |= 1UL << key;
        }
    }

    public void Add(SummedMembers members)
    {
        for (var place = 0; place < members.Keys.Length; place++) Add(members.Keys[place], members.Of(place).Span);
    }

    /// <summary>Takes all sums out, to start anew.</summary>
    public SummedMembers Take()
    {
        var count = 0;
        foreach (var bits in used) count += BitOperations.PopCount(bits);
        if (count == 0) return SummedMembers.None;
        var (keys, parts) = (new int[count], new Int128[count * partCount]);
        var place = 0;
        for (var word = 0; word < used.Length; word++)
        {
            for (var bits = used[word]; bits != 0; bits &= bits - 1, place++)
            {
                keys[place] = word * 64 + BitOperations.TrailingZeroCount(bits);
                for (var part = 0; part < partCount; part++)
                {
                    parts[place * partCount + part] = sums[keys[place] * partCount + part];
                    sums[keys[place] * partCount + part] = 0;
                }
            }
            used[word] = 0;
        }
        return new SummedMembers(keys, parts, partCount);
    }
}

/// <summary>Sums of parts by key, in the order of the keys.</summary>
readonly record struct SummedMembers(int[] Keys, Int128[] Parts, int PartCount)
{
    public static SummedMembers None { get; } = new([], [], 0);

    public ReadOnlyMemory<Int128> Of(int place) => Parts.AsMemory(place * PartCount, PartCount);

    /// <summary>The first place whose key is this one or a later one.</summary>
    public int FirstFrom(int key)
    {
        var found = Array.BinarySearch(Keys, key);
        return found < 0 ? ~found : found;
    }
}
