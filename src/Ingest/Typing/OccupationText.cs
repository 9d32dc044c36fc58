using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>
/// Finds the major class of the occupation classification (职业分类大典, 2022) that an occupation's name speaks of, and how sure that is in
/// percent. What no word tells is not guessed.
/// </summary>
public static class OccupationText
{
    /// <summary>From here on a finding is taken for the occupation.</summary>
    public const int Enough = 60;

    // In Chinese the last word says what a person is: 汽车销售工程师 is an engineer, 工程师助理 an assistant.
    const int AtTheEnd = 90;
    const int Inside = 70;
    const int Contested = 50;

    static readonly (string Word, char Code)[] Words =
    [
        .. EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Typing/occupation_words.csv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .SelectMany(line => line[2..].Split('|').Select(word => (word, line[0])))
            .OrderByDescending(entry => entry.word.Length),
    ];

    /// <summary>Class and confidence; null when no word is known.</summary>
    public static (char Code, int Confidence)? Find(string name)
    {
        if (Array.Find(Words, entry => name.EndsWith(entry.Word, StringComparison.Ordinal)) is { Word: not null } last) return (last.Code, AtTheEnd);
        var found = Words.Where(entry => name.Contains(entry.Word, StringComparison.Ordinal)).ToList();
        if (found.Count == 0) return null;
        var longest = found.Where(entry => entry.Word.Length == found[0].Word.Length).Select(entry => entry.Code).Distinct().ToList();
        return (longest[0], longest.Count == 1 ? Inside : Contested);
    }
}
