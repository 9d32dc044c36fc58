using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>One row of the catalogue of indicators and checks, with the definition that answers it.</summary>
/// <param name="Definition">Null when nothing answers the row.</param>
public sealed record CatalogueRow(
    string Code, string Name, string EnglishName, string Unit, int Decimals, IReadOnlyList<string> Clauses, string Status, IndicatorDefinition? Definition)
{
    /// <summary>Whether the figure is defined by an official paper or practice, so that it is also computed a second, independent way.</summary>
    public bool IsOfficial => Status.StartsWith("OFFICIAL", StringComparison.Ordinal) && !Status.StartsWith("OFFICIAL-LOCAL", StringComparison.Ordinal)
        && !Status.Contains("CONSTRUCT", StringComparison.Ordinal) && !Status.Contains("LOCAL", StringComparison.Ordinal);
}

/// <summary>The catalogue as it was agreed (68 rows), held against the definitions that there are.</summary>
public static partial class CatalogueStatus
{
    public static IReadOnlyList<CatalogueRow> Rows(IndicatorCatalogue catalogue) =>
    [
        .. EmbeddedText.Read(Assembly.GetExecutingAssembly(), "Catalogue/catalogue.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => Cell().Matches(line).Select(x => x.Groups[1].Success ? x.Groups[1].Value : x.Groups[2].Value).ToList())
            .Select(cells => new CatalogueRow(
                cells[0], cells[1], cells[2], cells[3], int.Parse(cells[4], CultureInfo.InvariantCulture), cells[5].Split(' '), cells[6].TrimEnd('\r'), catalogue.Find(cells[0]))),
    ];

    // A cell in quotes may hold commas.
    [GeneratedRegex("(?:^|,)(?:\"([^\"]*)\"|([^,\"]*))")]
    private static partial Regex Cell();
}
