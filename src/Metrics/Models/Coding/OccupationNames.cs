namespace DemoCityAnalytics.Metrics.Models.Coding;

/// <summary>Chinese names of the occupational classification (2022), as far as the product holds them: 中类 (4-01), the first two parts of a finer code.</summary>
public static class OccupationNames
{
    static readonly Dictionary<string, string> Names = CodeLists.Occupations.ToDictionary(x => x.Code, x => x.Name, StringComparer.Ordinal);

    /// <summary>The name of the 中类 that a code belongs to; null when the list does not have it.</summary>
    public static string? Of(string code) => Names.GetValueOrDefault(string.Join('-', code.Split('-').Take(2)));
}
