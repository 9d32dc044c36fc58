using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Language;

/// <summary>The clauses of the notice's five standards, numbered by their sentences (S1.1 to S5.5).</summary>
public static class Clauses
{
    static readonly Dictionary<string, (string Zh, string En)> Known = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Language/clauses.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.TrimEnd('\r').Split(',', 3)).ToDictionary(cells => cells[0], cells => (cells[1], cells[2]), StringComparer.Ordinal);

    /// <summary>The clause's words, or its number when the notice has no such clause.</summary>
    public static string Text(string clause, RequestLanguage language) => Known.TryGetValue(clause, out var words) ? language.Of(words.Zh, words.En) : clause;
}
