using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Engine;

/// <summary>
/// Figures of indicators by area and period, from the marts. Parts are summed over areas and months first, divided last and rounded once.
/// </summary>
sealed class FigureEngine(DuckDBConnection connection, IndicatorCatalogue catalogue, Panel panel, Coverage coverage)
{
    /// <summary>
    /// All figures in scope, indicator by indicator: those over other indicators last, when the others are staged (in the temporary table
    /// <c>computed</c>), from which they are read back.
    /// </summary>
    public IEnumerable<(IndicatorDefinition, IEnumerable<Observation>)> ObserveAll(FigureScope scope, CancellationToken cancel)
    {
        var places = Places(scope);
        var answerable = Answerable().Where(x => scope.Holds(x.Code)).ToList();
        foreach (var definition in answerable.Where(x => x.Header.DependsOn.Count == 0)) yield return (definition, Observe(definition, places, cancel));
        var dependent = answerable.Where(x => x.Header.DependsOn.Count > 0).ToList();
        if (dependent.Count == 0) yield break;
        StatedFigures.Update(connection, catalogue, scope);
        foreach (var definition in dependent) yield return (definition, Observe(definition, places, cancel));
    }

    /// <summary>Panel places of the areas in scope.</summary>
    public IReadOnlyList<int> Places(FigureScope scope) =>
        [.. Enumerable.Range(0, panel.Areas.Count).Where(place => scope.Areas is null || scope.Areas.Contains(panel.Areas[place].Area.Code))];

    // Records that nobody ever sent are not asked about; that one city sends them and another does not is another matter, and shows as missing.
    // Stated levels and targets may be absent altogether: the figures that need them say so.
    List<IndicatorDefinition> Answerable()
    {
        var sent = InputViews.Sent(connection);
        return catalogue.Indicators
            .Where(definition => definition.Marts.Select(catalogue.Mart).Where(mart => !mart.Header.Levels).SelectMany(mart => mart.Header.Sources.Keys).All(sent.Contains))
            .ToList();
    }

    /// <summary>All figures of one indicator for these areas, in the order of area, period, variant, breakdown and member.</summary>
    /// <remarks>
    /// Totals for every area; breakdowns from the city upwards, one dimension at a time. The marts are read before this returns, the figures are
    /// made as they are asked for: the database may then be the one that asks.
    /// </remarks>
    public IEnumerable<Observation> Observe(IndicatorDefinition definition, IReadOnlyCollection<int> places, CancellationToken cancel)
    {
        var cubes = IndicatorCubes.Read(connection, panel, definition, places.Count == panel.Areas.Count ? null : places, cancel);
        return Observe(definition, cubes, places, cancel);
    }

    public IndicatorCubes Cubes(IndicatorDefinition definition, CancellationToken cancel) => IndicatorCubes.Read(connection, panel, definition, null, cancel);

    /// <summary>Why a figure cannot be stated, or null.</summary>
    public string? WhyMissing(IndicatorDefinition definition, IndicatorView view, IndicatorCubes cubes, int place, Period period) =>
        new Availability(panel, coverage, catalogue, definition, cubes[""]).WhyMissing(view, place, period);

    /// <summary>The summed parts behind one figure, as its formula takes them.</summary>
    public static MemberParts[] Parts(IndicatorDefinition definition, IndicatorView view, IndicatorCubes cubes, int place, FigureId id)
    {
        cubes = cubes.For(id.Period.Frequency);
        if (view.IsOver && definition.FindsMembers)
        {
            var group = id.Breakdown == definition.Header.Over ? "" : id.Breakdown;
            return cubes.Found(group).Over(place, group.Length == 0 ? "" : id.Member, id.Period.CountedFrom.Index, id.Period.Last.Index);
        }
        if (view.IsOver)
        {
            var over = cubes[definition.Header.Over!];
            return [.. Enumerable.Range(0, over.Members.Count).Select(member => Parts(over, definition, place, member, id.Period))];
        }
        var cube = cubes[id.Breakdown];
        var parts = Parts(cube, definition, place, cube.MemberPlace(id.Member), id.Period);
        return [id.Breakdown.Length == 0 ? parts : OfBreakdown(definition, parts, cubes[""], place, id.Period)];
    }

    // Some parts of a breakdown are those of the total, and some lie in another part.
    static MemberParts OfBreakdown(IndicatorDefinition definition, MemberParts own, PartCube totals, int place, Period period)
    {
        if (definition.Header.Totals.Count == 0 && definition.Header.InBreakdowns.Count == 0) return own;
        var total = Parts(totals, definition, place, 0, period).Parts;
        var parts = definition.PartNames.Select((name, part) =>
            definition.Header.Totals.Contains(name) ? total.Span[part]
            : definition.Header.InBreakdowns.TryGetValue(name, out var other) ? own.Parts.Span[definition.PartIndex(other)]
            : own.Parts.Span[part]);
        return new MemberParts(own.Member, parts.ToArray());
    }

    IEnumerable<Observation> Observe(IndicatorDefinition definition, IndicatorCubes cubes, IReadOnlyCollection<int> places, CancellationToken cancel)
    {
        var availability = new Availability(panel, coverage, catalogue, definition, cubes[""]);
        var viewsOf = Enum.GetValues<Frequency>().Select(frequency => definition.Views.Where(view => view.Frequencies.Contains(frequency)).ToArray()).ToArray();
        var periodsOf = new Dictionary<MonthRange, List<Period>>();
        foreach (var place in places)
        {
            cancel.ThrowIfCancellationRequested();
            if (definition.Header.AreaLevels.Count > 0 && !definition.Header.AreaLevels.Contains(panel.Areas[place].Area.Level)) continue;
            if (!periodsOf.TryGetValue(panel.Areas[place].Months, out var periods))
                periodsOf.Add(panel.Areas[place].Months, periods = [.. Periods(definition, panel.Areas[place].Months)]);
            foreach (var period in periods)
            {
                foreach (var view in viewsOf[(int)period.Frequency])
                {
                    var missing = availability.WhyMissing(view, place, period);
                    if (view.Formula is Formula.GroupedRatio or Formula.Ranked)
                    {
                        foreach (var observation in OverMembers(definition, view, cubes, place, period, missing)) yield return observation;
                        continue;
                    }
                    foreach (var id in Ids(definition, view, place, period))
                        yield return Figure(definition, view, id, missing is null ? Parts(definition, view, cubes, place, id) : [], missing);
                }
            }
        }
    }

    /// <summary>Periods of the indicator's frequencies that end within these months; of a forecast, as many months before their end as after it.</summary>
    internal static IEnumerable<Period> Periods(IndicatorDefinition definition, MonthRange months)
    {
        if (definition.Header.Model is { Ahead: var ahead }) months = new(months.Last - ahead + 1, months.Last + ahead);
        for (var last = months.First; last <= months.Last; last++)
            foreach (var frequency in definition.Header.Frequencies.Union(definition.Views.SelectMany(view => view.Frequencies)))
                if (Period.EndingIn(new Month(last), frequency) is { } period) yield return period;
    }

    // One set of parts serves all groups of a table.
    IEnumerable<Observation> OverMembers(IndicatorDefinition definition, IndicatorView view, IndicatorCubes cubes, int place, Period period, string? missing)
    {
        var total = new FigureId(definition.Code, view.Variant, panel.Areas[place].Area.Code, period);
        var parts = missing is null ? Parts(definition, view, cubes, place, total) : [];
        // Which members a ranking shows is known from its parts alone.
        var ids = view.Formula == Formula.Ranked && missing is null && !panel.Areas[place].IsDistrict
            ? Ranking.Of(view, parts).Select(x => total with { Breakdown = definition.Header.Over!, Member = x.Member }).Prepend(total)
            : Ids(definition, view, place, period);
        foreach (var id in ids) yield return Figure(definition, view, id, parts, missing);
    }

    IEnumerable<FigureId> Ids(IndicatorDefinition definition, IndicatorView view, int place, Period period)
    {
        var total = new FigureId(definition.Code, view.Variant, panel.Areas[place].Area.Code, period);
        // A grouped ratio has no total: that is another indicator.
        if (view.Formula != Formula.GroupedRatio) yield return total;
        if (panel.Areas[place].IsDistrict) yield break;
        foreach (var dimension in view.Dimensions)
            foreach (var member in definition.Header.Members[dimension].Keys)
                yield return total with { Breakdown = dimension, Member = member };
    }

    static MemberParts Parts(PartCube cube, IndicatorDefinition definition, int place, int member, Period period)
    {
        var parts = new Int128[definition.PartNames.Length];
        for (var part = 0; part < parts.Length; part++) parts[part] = cube.Over(place, member, part, period.CountedFrom.Index, period.Last.Index);
        return new MemberParts(cube.Members[member], parts);
    }

    /// <summary>The figure that these parts make.</summary>
    /// <param name="missing">Why it cannot be stated; then the parts are not looked at.</param>
    public static Observation Figure(IndicatorDefinition definition, IndicatorView view, FigureId id, IReadOnlyList<MemberParts> parts, string? missing)
    {
        if (missing is not null) return Missing(definition, id, missing);
        var figure = FigureFormula.Apply(definition, view, parts, id);
        return figure.Value is null
            ? Missing(definition, id, definition.Header.EmptyNote ?? "分母为零")
            : new Observation
            {
                Id = id,
                Status = definition.Header.Starts(id) ? ObservationStatus.Break : definition.Header.Model is null ? ObservationStatus.Normal : ObservationStatus.Estimated,
                Numerator = figure.Numerator,
                Denominator = figure.Denominator,
                Value = figure.Value,
                Low = figure.Interval?.Low,
                High = figure.Interval?.High,
                Note = figure.Note,
                DefinitionVersion = definition.Header.Version,
            };
    }

    static Observation Missing(IndicatorDefinition definition, FigureId id, string note) =>
        new() { Id = id, Status = ObservationStatus.Missing, Note = note, DefinitionVersion = definition.Header.Version };
}
