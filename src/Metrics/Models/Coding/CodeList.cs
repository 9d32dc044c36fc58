using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Models.Coding;

/// <summary>A proposed code: what it is called, and how sure the model is.</summary>
public sealed record CodeProposal(string Code, string Name, double Confidence);

/// <summary>The lists that postings are coded to: 中类 of the occupational classification (2022), divisions of GB/T 4754-2017.</summary>
static class CodeLists
{
    /// <summary>Code, name and the words of job titles that point to it, written for this product.</summary>
    public static IReadOnlyList<(string Code, string Name, IReadOnlyList<string> Words)> Occupations { get; } =
        [.. Rows("occupations.csv").Select(row => (row[0], row[1], (IReadOnlyList<string>)row[2].Split('|')))];

    /// <summary>Code (section and division, like C39) by name.</summary>
    public static IReadOnlyDictionary<string, string> Industries { get; } = Rows("industries.csv").ToDictionary(row => row[2], row => row[0] + row[1], StringComparer.Ordinal);

    static IReadOnlyList<IReadOnlyList<string>> Rows(string file) =>
        CsvTable.Parse(EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Models/Coding/" + file), file).Rows;
}
