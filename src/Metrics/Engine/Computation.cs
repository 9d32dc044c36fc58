using System.Globalization;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>What a computation did.</summary>
/// <param name="Cities">Cities whose rows had changed; all when definitions had.</param>
/// <param name="Areas">Areas whose figures were computed: those cities, their districts, and the areas above them.</param>
public sealed record ComputeSummary(int Cities, int Areas, ObservationChanges Changes, TimeSpan Marts, TimeSpan Figures)
{
    public static ComputeSummary Nothing { get; } = new(0, 0, new(0, 0, 0), TimeSpan.Zero, TimeSpan.Zero);
}

/// <summary>
/// Brings marts and observations up to date with the rows: only the indicators that read a source whose rows changed, for the cities they changed in and
/// the areas above them; everything when a definition changed or a source came that nobody had sent before. The result equals a full computation.
/// </summary>
sealed class Computation(DuckDBConnection connection, IndicatorCatalogue catalogue, TimeProvider clock)
{
    public ComputeSummary Run(CancellationToken cancel)
    {
        var touched = connection.Query("SELECT DISTINCT city_code FROM ops.touched ORDER BY city_code", row => row.GetInt32(0));
        var sources = connection.Query("SELECT DISTINCT source FROM ops.touched", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        // What belongs to no city, such as the workday calendar, may change every figure.
        var everything = !BasisIsThat() || touched.Contains(Area.NoCity);
        if (touched.Count == 0 && !everything) return ComputeSummary.Nothing;

        var started = clock.GetTimestamp();
        var marts = everything ? catalogue.Marts : [.. catalogue.Marts.Where(mart => mart.Header.Sources.Keys.Any(sources.Contains))];
        MartBuilder.Build(connection, marts, everything ? null : touched, cancel);
        var builtMarts = clock.GetTimestamp();

        var coverage = Coverage.Read(connection);
        var areas = AreaTable.All(connection);
        var panel = Panel.Of(areas, coverage);
        // Areas that are no longer in the panel are in scope, too: they lose their figures.
        var scope = everything ? FigureScope.Everything : Scope(panel, Affected(areas, touched), marts);
        var engine = new FigureEngine(connection, catalogue, panel, coverage);
        var changes = ObservationStore.Write(
            connection, panel.Areas.Count == 0 ? [] : engine.ObserveAll(scope, cancel), scope, clock.GetUtcNow().UtcDateTime, cancel);

        if (everything) RememberBasis();
        Remember(panel);
        connection.Execute("INSERT INTO ops.unpublished SELECT DISTINCT source, city_code FROM ops.touched; DELETE FROM ops.touched");
        var finished = clock.GetTimestamp();
        return new ComputeSummary(
            everything ? panel.Areas.Count(area => area.City >= 0 && !area.IsDistrict) : touched.Count, engine.Places(scope).Count, changes,
            clock.GetElapsedTime(started, builtMarts), clock.GetElapsedTime(builtMarts, finished));
    }

    /// <summary>The cities, their districts and the areas above them: those whose figures may change with the cities' rows.</summary>
    static HashSet<int> Affected(IReadOnlyList<Area> areas, IReadOnlyCollection<int> cities)
    {
        var byCode = areas.ToDictionary(area => area.Code);
        var affected = areas.Where(area => area is { Level: "district", ParentCode: { } city } && cities.Contains(city)).Select(area => area.Code).ToHashSet();
        foreach (var city in cities)
            for (var above = byCode.GetValueOrDefault(city); above is not null; above = above.ParentCode is { } parent ? byCode.GetValueOrDefault(parent) : null)
                affected.Add(above.Code);
        return affected;
    }

    // Months that a source adds to an area, or takes from it, are asked of every indicator.
    FigureScope Scope(Panel panel, HashSet<int> affected, IReadOnlyList<MartDefinition> marts) =>
        new(affected, Remembered(affected).SetEquals(Spans(panel, affected)) ? Reading(marts) : null);

    /// <summary>The indicators that read one of these marts, and those over figures of such indicators.</summary>
    HashSet<string> Reading(IReadOnlyList<MartDefinition> marts)
    {
        var names = marts.Select(mart => mart.Header.Mart).ToHashSet(StringComparer.Ordinal);
        var own = catalogue.Indicators.Where(x => x.Marts.Any(names.Contains)).Select(x => x.Code).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. catalogue.Indicators.Where(x => x.Header.DependsOn.Any(other => other == StatedFigures.All || own.Contains(other))).Select(x => x.Code)];
    }

    static IEnumerable<(int Area, int First, int Last)> Spans(Panel panel, HashSet<int> areas) =>
        panel.Areas.Where(area => areas.Contains(area.Area.Code)).Select(area => (area.Area.Code, area.Months.First, area.Months.Last));

    HashSet<(int Area, int First, int Last)> Remembered(HashSet<int>? areas) =>
        connection.Query("SELECT area_code, first_month, last_month FROM ops.panel", row => (Area: row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)))
            .Where(span => areas is null || areas.Contains(span.Area)).ToHashSet();

    void Remember(Panel panel)
    {
        var spans = Spans(panel, panel.Areas.Select(area => area.Area.Code).ToHashSet()).ToHashSet();
        if (spans.SetEquals(Remembered(null))) return;
        connection.Execute("DELETE FROM ops.panel");
        if (spans.Count == 0) return;
        connection.Execute($"INSERT INTO ops.panel VALUES {string.Join(", ", spans.Select(x => string.Create(CultureInfo.InvariantCulture, $"({x.Area}, {x.First}, {x.Last})")))}");
    }

    // What decides which figures there are, whatever the rows say.
    IEnumerable<(string Kind, string Name, string Hash)> Basis() => catalogue.Marts.Select(x => ("mart", x.Header.Mart, x.Hash))
        .Concat(catalogue.Indicators.Select(x => ("indicator", x.Header.Id, x.Hash)))
        .Concat(catalogue.Parameters.Select(x => ("parameter", x.Header.Parameter, x.Hash)))
        .Append(("table", "figure.stated", StatedFigures.Hash))
        .Concat(InputViews.Sent(connection).Select(source => ("source", source, "")));

    bool BasisIsThat() => connection.Query("SELECT kind, name, hash FROM ops.definition", row => (row.GetString(0), row.GetString(1), row.GetString(2)))
        .ToHashSet().SetEquals(Basis());

    void RememberBasis()
    {
        connection.Execute("DELETE FROM ops.definition");
        foreach (var (kind, name, hash) in Basis())
            connection.Execute("INSERT INTO ops.definition VALUES ($kind, $name, $hash)", ("kind", kind), ("name", name), ("hash", hash));
    }
}
