using System.Reflection;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Language;

/// <summary>Notes of figures, which releases hold in Chinese, in the reader's language; one that nobody translated stays as it is.</summary>
public static class NoteText
{
    static readonly (Regex Chinese, string English)[] Known = [.. EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Language/notes.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(',', 2))
        .Select(cells => (new Regex($"^{cells[0]}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), cells[1]))];

    public static string Of(string note, RequestLanguage language) =>
        !language.IsEnglish || Known.FirstOrDefault(x => x.Chinese.IsMatch(note)) is not { Chinese: { } chinese, English: { } english } ? note : chinese.Replace(note, english).Replace("、", ", ", StringComparison.Ordinal);
}
