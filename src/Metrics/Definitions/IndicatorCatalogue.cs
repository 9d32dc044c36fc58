using System.Reflection;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>All marts and indicators: those built in, and those of a further folder.</summary>
public sealed class IndicatorCatalogue
{
    readonly Dictionary<string, IndicatorDefinition> byName;
    readonly Dictionary<string, MartDefinition> martByName;

    internal IndicatorCatalogue(IReadOnlyList<MartDefinition> marts, IReadOnlyList<IndicatorDefinition> indicators)
    {
        Marts = marts;
        Indicators = indicators.OrderBy(x => x.Code, StringComparer.Ordinal).ToList();
        martByName = marts.ToDictionary(x => x.Header.Mart, StringComparer.Ordinal);
        byName = indicators.SelectMany(x => new[] { (Name: x.Code, x), (Name: x.Header.Id, x) }).ToDictionary(x => x.Name, x => x.x, StringComparer.OrdinalIgnoreCase);
        SourceNames = marts.SelectMany(x => x.Header.Sources).DistinctBy(x => x.Key).ToDictionary(x => x.Key, x => x.Value, StringComparer.Ordinal);
    }

    public IReadOnlyList<MartDefinition> Marts { get; }

    /// <summary>Numbers that rules take from outside, with the days from which they hold.</summary>
    public IReadOnlyList<ParameterDefinition> Parameters { get; } = ParameterDefinition.BuiltIn();

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<IndicatorDefinition> Indicators { get; }

    /// <summary>Chinese names of the sources that marts read.</summary>
    public IReadOnlyDictionary<string, string> SourceNames { get; }

    /// <summary>By catalogue code (E05) or whole id; null when there is none.</summary>
    public IndicatorDefinition? Find(string codeOrId) => byName.GetValueOrDefault(codeOrId);

    public MartDefinition Mart(string name) => martByName[name];

    /// <summary>The code or id that a mistyped one was probably meant to be.</summary>
    public string? Nearest(string codeOrId) => NearestName.Of(codeOrId, byName.Keys);

    /// <summary>The definitions that the product ships with.</summary>
    public static IndicatorCatalogue BuiltIn() => Read([.. BuiltInMarts()], [.. BuiltInIndicators()]);

    /// <summary>
    /// The shipped definitions with those of a folder (<c>Marts/</c> and <c>Indicators/</c> in it) added; a file of the same name takes the shipped one's place.
    /// </summary>
    /// <exception cref="DefinitionException">A definition is wrong; every issue is listed.</exception>
    public static IndicatorCatalogue WithFolder(string folder) =>
        Read(Replaced(BuiltInMarts(), InFolder(folder, "Marts")), Replaced(BuiltInIndicators(), InFolder(folder, "Indicators")));

    internal static IndicatorCatalogue Read(IReadOnlyList<EmbeddedText> martFiles, IReadOnlyList<EmbeddedText> indicatorFiles)
    {
        var issues = new List<DefinitionIssue>();
        var marts = martFiles.Select(file => Try(() => DefinitionLoader.Mart(file), issues)).OfType<MartDefinition>().ToList();
        var indicators = indicatorFiles.Select(file => Try(() => DefinitionLoader.Indicator(file, marts), issues)).OfType<IndicatorDefinition>().ToList();
        foreach (var same in indicators.GroupBy(x => x.Code, StringComparer.OrdinalIgnoreCase).Where(x => x.Count() > 1))
            issues.AddRange(same.Skip(1).Select(x => new DefinitionIssue(x.Path, 1, $"the code {x.Code} is already that of {same.First().Path}.")));
        return issues.Count == 0 ? new IndicatorCatalogue(marts, indicators) : throw new DefinitionException(issues);
    }

    static IReadOnlyList<EmbeddedText> BuiltInMarts() => EmbeddedText.All(Assembly.GetExecutingAssembly(), "Marts", ".sql");

    static IReadOnlyList<EmbeddedText> BuiltInIndicators() => EmbeddedText.All(Assembly.GetExecutingAssembly(), "Indicators", ".sql");

    static List<EmbeddedText> Replaced(IReadOnlyList<EmbeddedText> shipped, List<EmbeddedText> added) =>
        [.. shipped.Where(file => added.All(x => x.Name != file.Name)), .. added];

    static List<EmbeddedText> InFolder(string folder, string kind)
    {
        var path = Path.Combine(folder, kind);
        return !Directory.Exists(path)
            ? []
            : [.. Directory.EnumerateFiles(path, "*.sql", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => new EmbeddedText(file, File.ReadAllText(file)))];
    }

    static T? Try<T>(Func<T> read, List<DefinitionIssue> issues) where T : class
    {
        try
        {
            return read();
        }
        catch (DefinitionException e)
        {
            issues.AddRange(e.Issues);
            return null;
        }
    }
}
