using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>The cubes of one indicator: totals (under the empty name) and one per dimension, each read once, when it is first asked for.</summary>
sealed class IndicatorCubes(PartReader reader, IndicatorDefinition definition, CancellationToken cancel)
{
    readonly Dictionary<string, PartCube> cubes = new(StringComparer.Ordinal);
    readonly Dictionary<string, FoundCube> found = new(StringComparer.Ordinal);

    public PartCube this[string dimension]
    {
        get
        {
            if (!cubes.TryGetValue(dimension, out var cube)) cubes.Add(dimension, cube = Read(dimension));
            return cube;
        }
    }

    /// <summary>The members that the formula works over, found in the rows: for totals (under the empty name) or by the members of a dimension.</summary>
    public FoundCube Found(string dimension)
    {
        if (!found.TryGetValue(dimension, out var cube)) found.Add(dimension, cube = reader.ReadFound(definition, dimension, cancel));
        return cube;
    }

    public IndicatorCubes ReadAll()
    {
        foreach (var dimension in definition.Header.Members.Keys.Prepend("")) _ = this[dimension];
        if (definition.FindsMembers)
            foreach (var dimension in definition.Views.Where(view => view.IsOver).SelectMany(view => view.Dimensions).Where(x => x != definition.Header.Over).Prepend("").Distinct())
                Found(dimension);
        return this;
    }

    // Districts have totals alone, and what the formula works over is a total.
    PartCube Read(string dimension) => dimension.Length == 0 ? reader.Read(definition, "", [""], withDistricts: true, cancel)
        : dimension == definition.Header.Over ? reader.Read(definition, dimension, definition.OverMembers, withDistricts: true, cancel)
        : reader.Read(definition, dimension, [.. definition.Header.Members[dimension].Keys], withDistricts: false, cancel);
}
