namespace DemoCityAnalytics.Warehouse.Definitions;

/// <summary>Finds the valid name that a mistyped one was probably meant to be.</summary>
public static class NearestName
{
    /// <summary>The candidate with the fewest edits, or null when none is near (more than a third of its letters differ).</summary>
    public static string? Of(string name, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Candidate: candidate, Edits: Edits(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(x => x.Edits <= Math.Max(1, Math.Max(x.Candidate.Length, name.Length) / 3))
        .OrderBy(x => x.Edits).ThenBy(x => x.Candidate, StringComparer.Ordinal)
        .Select(x => x.Candidate).FirstOrDefault();

    /// <summary><c>" (did you mean 'better'?)"</c>, or nothing when no candidate is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        Of(name, candidates) is { } nearest ? $" (did you mean '{nearest}'?)" : "";

    static int Edits(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            previous = current;
        }
        return previous[^1];
    }
}
