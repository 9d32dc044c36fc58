namespace DemoCityAnalytics.Generator.Randomness;

/// <summary>
/// A stream of pseudo-random numbers that starts from a name (seed, city, source, month, ordinal), so that any event
/// can be drawn again later without having been kept. SplitMix64: the same on every machine and runtime.
/// </summary>
struct Draw(ulong state)
{
    ulong _state = state;

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    public static ulong Name(ulong stream, long first, long second = 0) =>
        Mix(stream + Mix((ulong)first * 0x9E3779B97F4A7C15UL + Mix((ulong)second + 0xD1B54A32D192ED03UL)));

    /// <summary>A number for a word, the same everywhere (FNV-1a).</summary>
    public static long Spell(string word)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var character in word) hash = (hash ^ character) * 0x100000001B3UL;
        return (long)hash;
    }

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>A whole number from 0 to below the limit.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True this many times out of a thousand.</summary>
    public bool PerMille(int share) => Below(1000) < share;

    /// <summary>An index, each as likely as its weight.</summary>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var weight in weights) total += weight;
        var rest = Below(total);
        var index = 0;
        while (rest >= weights[index]) rest -= weights[index++];
        return index;
    }
}
