using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Tests;

/// <summary>A catalogue of some shipped indicators and the marts that they read.</summary>
static class Subset
{
    public static IndicatorCatalogue Of(params string[] codes) => Of(codes, file => file);

    /// <param name="mart">What becomes of each mart file.</param>
    public static IndicatorCatalogue Of(string[] codes, Func<EmbeddedText, EmbeddedText> mart)
    {
        var assembly = typeof(IndicatorCatalogue).Assembly;
        var shipped = IndicatorCatalogue.BuiltIn();
        var indicators = shipped.Indicators.Where(x => codes.Contains(x.Code)).ToList();
        var wanted = indicators.Select(x => x.Path).Concat(indicators.SelectMany(x => x.Marts).Select(name => shipped.Mart(name).Path)).ToHashSet(StringComparer.Ordinal);
        List<EmbeddedText> Kept(string folder) => [.. EmbeddedText.All(assembly, folder, ".sql").Where(file => wanted.Contains(file.Path))];
        return IndicatorCatalogue.Read([.. Kept("Marts").Select(mart)], Kept("Indicators"));
    }
}
