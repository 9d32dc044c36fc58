using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Calendar;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>The cubes of one indicator, filled in one pass over its rows: totals (under the empty name), one per dimension, and those of members found in the rows.</summary>
sealed class IndicatorCubes
{
    readonly Dictionary<string, PartCube> cubes = new(StringComparer.Ordinal);
    readonly Dictionary<string, FoundCube> found = new(StringComparer.Ordinal);
    IndicatorCubes? reportMonths;

    IndicatorCubes(Panel panel, IndicatorDefinition definition, IReadOnlyCollection<int>? places, IReadOnlyList<string> columns, IReadOnlyList<MemberNames> names)
    {
        var axis = MonthAxis.Of(panel, definition);
        // Whether a city states a level, or has anything at all in a register, is asked of every city of a province.
        var everywhere = definition.PartKinds.Any(PartCube.IsLevel) || definition.Header.Needed.Count > 0;
        var (withDistricts, withoutDistricts) = (KeptAreas.Of(panel, places, true), KeptAreas.Of(panel, places, false));
        cubes.Add("", new PartCube(panel, definition, everywhere ? KeptAreas.Of(panel, null, true) : withDistricts, new MemberNames([""]), PartCube.Total, axis));
        // Districts have totals alone, and what the formula works over is a total.
        foreach (var (dimension, column) in columns.Select((dimension, column) => (dimension, column)).Where(x => definition.Header.Members.ContainsKey(x.dimension)))
            cubes.Add(dimension, new PartCube(panel, definition, dimension == definition.Header.Over ? withDistricts : withoutDistricts, names[column], column, axis));
        if (!definition.FindsMembers) return;
        var over = columns.Count - 1;
        found.Add("", new FoundCube(definition, withDistricts, PartCube.Total, null, over, names[over], axis));
        foreach (var dimension in definition.Views.Where(view => view.IsOver).SelectMany(view => view.Dimensions).Where(x => x != definition.Header.Over && columns.Contains(x)).Distinct())
        {
            var column = columns.ToList().IndexOf(dimension);
            found.Add(dimension, new FoundCube(definition, withDistricts, column, names[column], over, names[over], axis));
        }
    }

    public PartCube this[string dimension] => cubes[dimension];

    /// <summary>The cubes in which this kind of period is counted: report months have their own, because they cut calendar months in two.</summary>
    public IndicatorCubes For(Frequency frequency) => frequency == Frequency.ReportMonth && reportMonths is not null ? reportMonths : this;

    /// <param name="places">Panel places whose figures are asked for; null for all.</param>
    public static IndicatorCubes Read(DuckDBConnection connection, Panel panel, IndicatorDefinition definition, IReadOnlyCollection<int>? places, CancellationToken cancel)
    {
        var cubes = Read(connection, panel, definition, Frequency.Month, PartReader.Columns(definition), places, cancel);
        if (definition.Dimensions(Frequency.ReportMonth) is { } shown)
            cubes.reportMonths = Read(connection, panel, definition, Frequency.ReportMonth, [.. PartReader.Columns(definition).Where(x => x == definition.Header.Over || shown.Contains(x))], places, cancel);
        return cubes;
    }

    static IndicatorCubes Read(
        DuckDBConnection connection, Panel panel, IndicatorDefinition definition, Frequency frequency, IReadOnlyList<string> columns, IReadOnlyCollection<int>? places, CancellationToken cancel)
    {
        MemberNames[] names = [.. columns.Select(column => new MemberNames(
            !definition.Header.Members.TryGetValue(column, out var members) ? null : column == definition.Header.Over ? definition.OverMembers : [.. members.Keys]))];
        var filled = new IndicatorCubes(panel, definition, places, columns, names);
        var rows = new PartRows(panel, MonthAxis.Of(panel, definition), definition.PartNames.Length, names);
        PartReader.Read(connection, definition, frequency, columns, rows, () => filled.Add(rows), cancel);
        foreach (var cube in filled.cubes.Values) cube.RollUp();
        foreach (var cube in filled.found.Values) cube.RollUp();
        return filled;
    }

    /// <summary>The members that the formula works over, found in the rows: for totals (under the empty name) or by the members of a dimension.</summary>
    public FoundCube Found(string dimension) => found[dimension];

    void Add(PartRows rows)
    {
        foreach (var cube in cubes.Values) cube.Add(rows);
        foreach (var cube in found.Values) cube.Add(rows);
    }
}
