namespace DemoCityAnalytics.Generator.Truth;

/// <summary>Whole numbers by month, summed over spans of months.</summary>
sealed class Series(int first, int months)
{
    readonly long[] _months = new long[months];

    public void Add(int month, long value)
    {
        if (month >= first && month < first + months) _months[month - first] += value;
    }

    public long Sum(int from, int to)
    {
        var sum = 0L;
        for (var month = Math.Max(from, first); month <= Math.Min(to, first + months - 1); month++) sum += _months[month - first];
        return sum;
    }

    public void Add(Series other)
    {
        for (var i = 0; i < _months.Length; i++) _months[i] += other._months[i];
    }
}

/// <summary>How many are present in each month, from the months in which each comes and goes.</summary>
sealed class Presence(int first, int months)
{
    // One more than the months, so that leaving after the last month is no special case.
    readonly long[] _changes = new long[months + 1];

    /// <summary>Counts the value in every month from the one to the other, both included, as far as they lie in the run.</summary>
    public void Add(int from, int to, long value)
    {
        var (begin, end) = (Math.Max(from - first, 0), Math.Min(to - first, months - 1));
        if (begin > end) return;
        _changes[begin] += value;
        _changes[end + 1] -= value;
    }

    public long In(int month)
    {
        var sum = 0L;
        for (var i = 0; i <= month - first && i < months; i++) sum += _changes[i];
        return sum;
    }

    public void Add(Presence other)
    {
        for (var i = 0; i < _changes.Length; i++) _changes[i] += other._changes[i];
    }
}

/// <summary>What is in force in a period: begun before it and not ended before it, or begun in it.</summary>
sealed class Effective(int first, int months)
{
    readonly Series _new = new(first, months);
    readonly Presence _carried = new(first, months);

    public void Count(int begun, int ended, long value)
    {
        _new.Add(begun, value);
        // Carried over into a month = begun before it and not ended before it.
        _carried.Add(begun + 1, ended, value);
    }

    public long In(int from, int to) => _carried.In(from) + _new.Sum(from, to);

    public void Add(Effective other)
    {
        _new.Add(other._new);
        _carried.Add(other._carried);
    }
}
