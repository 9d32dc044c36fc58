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

    readonly List<(string Name, MonthRange?[] Ranges)> covered = definition.Marts.Select(catalogue.Mart).Where(mart => !mart.Header.Levels)
        .SelectMany(mart => mart.Header.Sources.Keys.Except(mart.Header.Registers)).Distinct()
        .Select(source => (catalogue.SourceNames[source], panel.Areas.Select(area => coverage.Of(source, area.Area.Code)).ToArray())).ToList();

    readonly Dictionary<IndicatorView, List<int>> levels = definition.Views.ToDictionary(
        view => view, view => view.PartsUsed.Where(part => PartCube.IsLevel(definition.PartKinds[part])).ToList(),
        (IEqualityComparer<IndicatorView>)ReferenceEqualityComparer.Instance);

    readonly List<int> needed = definition.Header.Needed.Select(definition.PartIndex).ToList();
    readonly string registers = string.Join('、', definition.Marts.Select(catalogue.Mart).Where(mart => mart.Header.Registers.Count > 0)
        .SelectMany(mart => mart.Header.Registers.Select(source => mart.Header.Sources[source])).Distinct());

    readonly Dictionary<IndicatorView, HashSet<OverTime>> kinds = definition.Views.ToDictionary(
        view => view, view => view.PartsUsed.Select(part => definition.PartKinds[part]).ToHashSet(), (IEqualityComparer<IndicatorView>)ReferenceEqualityComparer.Instance);

    readonly Dictionary<(int First, int Last, Period Period), string?[]> known = [];
    readonly bool isStated = definition.Header.Areas == AreaRule.Stated;

    /// <summary>The reason in Chinese, or null when the figure can be stated.</summary>
    public string? WhyMissing(IndicatorView view, int area, Period period)
    {
        // What is stated for an area depends on nobody's records; its parts tell whether it is.
        if (isStated) return null;
        var cities = panel.Cities(area);
        var reasons = OfCities(view, period);
        if (panel.Areas[area].City >= 0 && cities.Count == 1) return reasons[cities[0]] ?? LevelMissing(view, area, period);
        var lacking = cities.Where(city => reasons[city] is not null || LevelMissing(view, city, period) is not null).ToList();
        if (lacking.Count == 0) return LevelMissing(view, area, period);
        // The area's own stated level stands in for those of its cities, never for their records.
        if (lacking.TrueForAll(city => reasons[city] is null) && LevelMissing(view, area, period) is null) return null;
        var names = string.Join('、', lacking.Take(CitiesNamed).Select(city => panel.Areas[city].Area.Name));
        return lacking.Count > CitiesNamed ? $"{names}等{lacking.Count}个城市数据不全" : $"{names}数据不全";
    }

    // What the records of each city lack for a period, by panel place. A stock beside a flow, as another view, is asked for its own month alone.
    string?[] OfCities(IndicatorView view, Period period)
    {
        var (first, last) = kinds[view].Contains(OverTime.Flow) ? (period.First.Index, period.Last.Index)
            : kinds[view].Contains(OverTime.StockAtStart) ? (period.First.Index, period.First.Index)
            : (period.Last.Index, period.Last.Index);
        if (known.TryGetValue((first, last, period), out var reasons)) return reasons;
        reasons = new string?[panel.Areas.Count];
        foreach (var city in panel.Cities(0)) reasons[city] = OfCity(city, period, first, last);
        known.Add((first, last, period), reasons);
        return reasons;
    }

    string? OfCity(int city, Period period, int first, int last)
    {
        var isCovered = true;
        foreach (var (_, ranges) in covered) isCovered &= ranges[city] is { } range && range.Holds(first, last);
        if (!isCovered) return $"{string.Join('、', covered.Where(source => source.Ranges[city] is not { } range || !range.Holds(first, last)).Select(source => source.Name))}未覆盖全部所需月份";
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
