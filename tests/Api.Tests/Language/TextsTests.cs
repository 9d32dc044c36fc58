using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Tests.Endpoints;

namespace DemoCityAnalytics.Api.Tests.Language;

public sealed partial class TextsTests
{
    static readonly Texts Chinese = Texts.In(RequestLanguage.For("zh"));
    static readonly Texts English = Texts.In(RequestLanguage.For("en"));

    [Fact]
    public void BothLanguages_HaveTheSameKeysAndPlaceholders()
    {
        Assert.Equal(Chinese.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));
        Assert.All(Chinese.Keys, key => Assert.Equal(
            Placeholders().Matches(Chinese[key]).Select(m => m.Value).Order(), Placeholders().Matches(English[key]).Select(m => m.Value).Order()));
    }

    [Fact]
    public void EnglishTexts_AreEnglish() =>
        // The number of the notice is its name in either language.
        Assert.DoesNotContain(English.Keys, key => English[key].Replace("人社部函〔2022〕133号", "", StringComparison.Ordinal).Any(letter => letter is >= '\u4e00' and <= '\u9fff'));

    /// <summary>A key in a page that no language has would fail only when someone opens that page.</summary>
    [Fact]
    public void EveryKeyInThePages_IsThere()
    {
        var source = Directory.EnumerateFiles(Repository.PathOf("src", "Api"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText);

        var used = source.SelectMany(text => Uses().Matches(text).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.True(used.Count > 80, $"Only {used.Count} uses found: the pattern no longer fits the pages.");
        Assert.Empty(used.Except(Chinese.Keys));
    }

    [Fact]
    public void UnknownKey_NamesTheNearest() =>
        Assert.Contains("nav.overview", Assert.Throws<KeyNotFoundException>(() => Chinese["nav.overvew"]).Message, StringComparison.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholders();

    [GeneratedRegex("(?:\\bt|\\bT|texts|Texts\\.In\\([a-zA-Z]+\\))\\[\"([a-z_.A-Z0-9]+[a-zA-Z0-9])\"[\\],]")]
    private static partial Regex Uses();
}
