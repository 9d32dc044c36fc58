using System.Globalization;
using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Language;

/// <summary>The portal's texts of one language, by key. A key that is not there is a mistake of ours and fails loudly.</summary>
public sealed class Texts
{
    static readonly Dictionary<string, Texts> Languages = new(StringComparer.Ordinal)
    {
        [RequestLanguage.Chinese] = Read(RequestLanguage.Chinese),
        [RequestLanguage.English] = Read(RequestLanguage.English),
    };

    readonly Dictionary<string, string> texts;

    Texts(Dictionary<string, string> texts) => this.texts = texts;

    public static Texts In(RequestLanguage language) => Languages[language.Code];

    public IReadOnlyCollection<string> Keys => texts.Keys;

    public string this[string key] => texts.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"Language: there is no text '{key}'{NearestName.Hint(key, texts.Keys)}.");

    public string this[string key, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The text of a key made from data, or another text where there is none.</summary>
    public string Or(string key, string otherwise) => texts.GetValueOrDefault(key, otherwise);

    static Texts Read(string language)
    {
        // zh.yaml and whatever parts have texts of their own: rounds-zh.yaml. A key stands in one of them.
        var texts = EmbeddedText.All(Assembly.GetExecutingAssembly(), "Language", $"{language}.yaml")
            .SelectMany(file => DefinitionReader.Read<Dictionary<string, string>>(file.Text, file.Path));
        return new Texts(texts.ToDictionary(StringComparer.Ordinal));
    }
}
