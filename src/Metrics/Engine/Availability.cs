using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>
/// Tells why a figure cannot be stated. A city needs coverage of every source: flows in all months of the period, stocks where they are read;
/// levels need a stated value. A province or the nation needs all its cities.
/// </summary>
sealed class Availability(Panel panel, Coverage coverage, IndicatorCatalogue catalogue, IndicatorDefinition definition, PartCube totals)
{
    const int CitiesNamed = 5;

    readonly List<string> covered = definition.Marts.Select(catalogue.Mart).Where(mart => !mart.Header.Levels)
        .SelectMany(mart => mart.Header.Sources.Keys.Except(mart.Header.Registers)).Distinct().ToList();

    readonly Dictionary<IndicatorView, List<int>> levels = definition.Views.ToDictionary(
        view => view, view => view.PartsUsed.Where(part => PartCube.IsLevel(definition.PartKinds[part])).ToList(),
        (IEqualityComparer<IndicatorView>)ReferenceEqualityComparer.Instance);

    readonly List<int> needed = definition.Header.Needed.Select(definition.PartIndex).ToList();
    readonly string registers = string.Join('、', definition.Marts.Select(catalogue.Mart).Where(mart => mart.Header.Registers.Count > 0)
        .SelectMany(mart => mart.Header.Registers.Select(source => mart.Header.Sources[source])).Distinct());

    readonly bool hasFlow = definition.PartKinds.Contains(OverTime.Flow);
    readonly bool hasStart = definition.PartKinds.Contains(OverTime.StockAtStart);
    readonly Dictionary<(int City, Period Period), string?> known = [];
    readonly bool isStated = definition.Header.Areas == AreaRule.Stated;

    /// <summary>The reason in Chinese, or null when the figure can be stated.</summary>
    public string? WhyMissing(IndicatorView view, int area, Period period)
    {
        // What is stated for an area depends on nobody's records; its parts tell whether it is.
        if (isStated) return null;
        var cities = panel.Cities(area);
        if (panel.Areas[area].City >= 0 && cities.Count == 1) return Cached(cities[0], period) ?? LevelMissing(view, area, period);
        var lacking = cities.Where(city => Cached(city, period) is not null || LevelMissing(view, city, period) is not null).ToList();
        if (lacking.Count == 0) return LevelMissing(view, area, period);
        // The area's own stated level stands in for those of its cities, never for their records.
        if (lacking.TrueForAll(city => Cached(city, period) is null) && LevelMissing(view, area, period) is null) return null;
        var names = string.Join('、', lacking.Take(CitiesNamed).Select(city => panel.Areas[city].Area.Name));
        return lacking.Count > CitiesNamed ? $"{names}等{lacking.Count}个城市数据不全" : $"{names}数据不全";
    }

    string? Cached(int city, Period period)
    {
        if (!known.TryGetValue((city, period), out var reason)) known.Add((city, period), reason = OfCity(city, period));
        return reason;
    }

    string? OfCity(int city, Period period)
    {
        var (first, last) = hasFlow ? (period.First.Index, period.Last.Index) : hasStart ? (period.First.Index, period.First.Index) : (period.Last.Index, period.Last.Index);
        List<string>? lacking = null;
        foreach (var source in covered)
            if (coverage.Of(source, panel.Areas[city].Area.Code) is not { } range || !range.Holds(first, last))
                (lacking ??= []).Add(catalogue.SourceNames[source]);
        if (lacking is not null) return $"{string.Join('、', lacking)}未覆盖全部所需月份";
        return needed.Exists(part => totals.Over(city, 0, part, period.First.Index, period.Last.Index) == 0) ? $"没有{registers}" : null;
    }

    string? LevelMissing(IndicatorView view, int area, Period period)
    {
        foreach (var part in levels[view])
            if (!totals.IsStated(area, part, period.Last.Index))
                return definition.PartKinds[part] == OverTime.LevelOfYear
                    ? $"{period.Last.Year}年没有{LevelSource()}"
                    : $"{period.Last}没有{LevelSource()}";
        return null;
    }

    string LevelSource() => string.Join('、', definition.Marts.Select(catalogue.Mart).Where(mart => mart.Header.Levels).SelectMany(mart => mart.Header.Sources.Values));
}
