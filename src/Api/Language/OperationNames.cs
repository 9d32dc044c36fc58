using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Language;

/// <summary>Chinese names of the API's operations; the English ones stand at the endpoints.</summary>
static class OperationNames
{
    static readonly Dictionary<string, string> Chinese = EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Language/operations.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.Split(',', 2)).ToDictionary(cells => cells[0], cells => cells[1].TrimEnd('\r'), StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Keys => Chinese.Keys;

    /// <summary>The operation's Chinese name, or its English one where there is none yet.</summary>
    public static string Of(string key, string english) => Chinese.GetValueOrDefault(key, english);
}
