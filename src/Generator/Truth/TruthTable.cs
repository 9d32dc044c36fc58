using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>Counts behind one kind of figure, which add up from cities to provinces and the nation.</summary>
abstract class TruthTable
{
    /// <summary>A table of the same kind with nothing counted.</summary>
    public abstract TruthTable Empty();

    public abstract void Add(TruthTable other);

    public abstract IEnumerable<Figure> Figures(int area, PeriodGrid grid);

    /// <summary>The tables of an area from those of its cities, which all count the same kinds in the same order.</summary>
    public static IReadOnlyList<TruthTable> Sum(IReadOnlyCollection<IReadOnlyList<TruthTable>> cities)
    {
        var sums = cities.First().Select(table => table.Empty()).ToArray();
        foreach (var tables in cities)
            for (var i = 0; i < sums.Length; i++) sums[i].Add(tables[i]);
        return sums;
    }
}

/// <summary>One value of one dimension that a figure is broken down by; the empty value is not shown.</summary>
readonly record struct Member(string Breakdown, string Value) : IComparable<Member>
{
    public static readonly Member Total = new("", "");

    public int CompareTo(Member other) =>
        string.CompareOrdinal(Breakdown, other.Breakdown) is not 0 and var order ? order : string.CompareOrdinal(Value, other.Value);
}

/// <summary>What a figure is called, when it is stated, and how its parts become its value.</summary>
sealed record FigureKind(string Indicator, string Variant, Timeline Timeline, Func<PeriodGrid, IReadOnlyList<TruthPeriod>> Periods)
{
    /// <value>Default: per cent.</value>
    public int Scale { get; init; } = 100;

    /// <value>Default: 2.</value>
    public int Decimals { get; init; } = 2;

    /// <summary>By how much the part is divided, because it is counted in smaller units.</summary>
    public int Divisor { get; init; } = 1;

    /// <summary>The parts are kept in other units elsewhere, so only the value is compared.</summary>
    public bool HidesParts { get; init; }

    /// <summary>The part alone is the value.</summary>
    public bool IsCount { get; init; }

    /// <summary>What is there at a period's end counts, not what happens within it.</summary>
    public bool IsStock { get; init; }

    /// <summary>A share of a sample, with Wilson's interval.</summary>
    public bool HasInterval { get; init; }

    /// <summary>Members are held against the whole of all members, and shown where they have a part in it.</summary>
    public bool MembersShareTheWhole { get; init; }
}
