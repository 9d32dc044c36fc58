using System.Reflection;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Language;

/// <summary>Formulas in words: definitions have them as the official papers write them, in Chinese.</summary>
public static class FormulaWords
{
    static readonly Dictionary<string, string> Known = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Language/formulas.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.TrimEnd('\r').Split(',', 2)).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    /// <summary>The indicators whose formulas are known in English.</summary>
    public static IReadOnlyCollection<string> Codes => Known.Keys;

    /// <summary>The formula in the reader's language; one that nobody translated stays Chinese.</summary>
    public static string Of(ReleasedIndicator indicator, RequestLanguage language) =>
        language.IsEnglish && Known.TryGetValue(indicator.Code, out var english) ? english : indicator.Header.FormulaText;
}
