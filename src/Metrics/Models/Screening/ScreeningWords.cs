using System.Buffers;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Models.Screening;

/// <summary>Puts word lists into patterns and compiles them; a wrong pattern or list name is a wrong definition, named by rule.</summary>
sealed partial class ScreeningWords(ScreeningRules definition)
{
    /// <summary>Lists may name lists; deeper than this is a circle.</summary>
    const int Deepest = 4;

    public Regex Pattern(string pattern, string place)
    {
        var text = Expanded(pattern, place);
        try
        {
            return new Regex(text, RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromSeconds(5));
        }
        catch (RegexParseException e)
        {
            throw Wrong(place, $"'{pattern}' is not a regular expression: {e.Message}");
        }
    }

    /// <summary>The text with its word lists put in.</summary>
    public string Expanded(string pattern, string place)
    {
        var text = pattern;
        for (var depth = 0; WordList().IsMatch(text); depth++)
        {
            if (depth == Deepest) throw Wrong(place, $"the word lists in '{pattern}' name each other in a circle.");
            text = WordList().Replace(text, match => List(match.Groups[1].Value, place));
        }
        return text;
    }

    string List(string name, string place) => definition.Words.TryGetValue(name, out var list)
        ? list
        : throw Wrong(place, $"there is no word list '{name}'{NearestName.Hint(name, definition.Words.Keys)}.");

    DefinitionException Wrong(string place, string message) => new([new(definition.Id, 1, $"{place}: {message}")]);

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex WordList();
}

/// <summary>A rule with its patterns compiled.</summary>
sealed class CompiledRule(ScreeningRule rule, ScreeningWords words)
{
    readonly SearchValues<string>? needs = rule.Needs is { Length: > 0 } alternatives
        ? SearchValues.Create(words.Expanded(alternatives, rule.Id).Split('|'), StringComparison.Ordinal)
        : null;

    public ScreeningRule Rule { get; } = rule;

    public IReadOnlyList<Regex> Forms { get; } = [.. rule.Forms.Select(form => words.Pattern(form, rule.Id))];

    public IReadOnlyList<(Exemption Exemption, Regex Pattern)> Exempt { get; } =
        [.. rule.Exempt.Select(exemption => (exemption, words.Pattern(exemption.Pattern, $"{rule.Id}, exemption '{exemption.Reason}'")))];

    /// <summary>Whether the rule can fire at all; cheap.</summary>
    public bool MayFire(string text) => needs is null || text.AsSpan().ContainsAny(needs);
}
