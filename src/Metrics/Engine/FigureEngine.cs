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
    /// <summary>All figures of one indicator for these areas, in the order of area, period, variant, breakdown and member.</summary>
    /// <remarks>
    /// Totals for every area; breakdowns from the city upwards, one dimension at a time. The marts are read before this returns, the figures are
    /// made as they are asked for: the database may then be the one that asks.
    /// </remarks>
    public IEnumerable<Observation> Observe(IndicatorDefinition definition, IReadOnlyCollection<int> places, CancellationToken cancel)
    {
        var slices = Slices(definition, cancel);
        return Observe(definition, slices, places, cancel);
    }

    IEnumerable<Observation> Observe(
        IndicatorDefinition definition, Dictionary<string, PartCube> slices, IReadOnlyCollection<int> places, CancellationToken cancel)
    {
        var availability = new Availability(panel, coverage, catalogue, definition, slices[""]);
        foreach (var place in places)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var period in Periods(definition, panel.Areas[place].Months))
            {
                var missing = availability.WhyMissing(place, period);
                foreach (var view in definition.Views)
                    foreach (var observation in Observe(definition, view, slices, place, period, missing)) yield return observation;
            }
        }
    }

    Dictionary<string, PartCube> Slices(IndicatorDefinition definition, CancellationToken cancel)
    {
        var reader = new PartReader(connection, panel);
        var slices = new Dictionary<string, PartCube>(StringComparer.Ordinal) { [""] = reader.Read(definition, "", [""], withDistricts: true, cancel) };
        foreach (var (dimension, members) in definition.Header.Members)
        {
            var isOver = dimension == definition.Header.Over;
            slices.Add(dimension, reader.Read(definition, dimension, isOver ? definition.OverMembers : [.. members.Keys], withDistricts: isOver, cancel));
        }
        return slices;
    }

    /// <summary>Periods of the indicator's frequencies that end within these months.</summary>
    internal static IEnumerable<Period> Periods(IndicatorDefinition definition, MonthRange months)
    {
        for (var last = months.First; last <= months.Last; last++)
            foreach (var frequency in definition.Header.Frequencies)
                if (Period.EndingIn(new Month(last), frequency) is { } period) yield return period;
    }

    IEnumerable<Observation> Observe(
        IndicatorDefinition definition, IndicatorView view, Dictionary<string, PartCube> slices, int place, Period period, string? missing)
    {
        var isDistrict = panel.Areas[place].IsDistrict;
        var area = panel.Areas[place].Area.Code;
        if (definition.Header.Over is { } over && view.Formula is Formula.Overlap or Formula.GroupedRatio)
        {
            var parts = missing is null ? Enumerable.Range(0, slices[over].Members.Count).Select(member => Parts(slices[over], definition, place, member, period)).ToArray() : [];
            if (view.Formula == Formula.Overlap)
            {
                yield return Figure(definition, view, new FigureId(definition.Code, view.Variant, area, period), parts, missing);
                yield break;
            }
            if (isDistrict) yield break;
            foreach (var member in definition.Header.Members[over].Keys)
                yield return Figure(definition, view, new FigureId(definition.Code, view.Variant, area, period, over, member), parts, missing);
            yield break;
        }

        yield return Figure(definition, view, new FigureId(definition.Code, view.Variant, area, period), Total(slices[""], definition, place, 0, period, missing), missing);
        if (isDistrict) yield break;
        foreach (var dimension in view.Dimensions)
            for (var member = 0; member < slices[dimension].Members.Count; member++)
                yield return Figure(
                    definition, view, new FigureId(definition.Code, view.Variant, area, period, dimension, slices[dimension].Members[member]),
                    Total(slices[dimension], definition, place, member, period, missing), missing);
    }

    static MemberParts[] Total(PartCube cube, IndicatorDefinition definition, int place, int member, Period period, string? missing) =>
        missing is null ? [Parts(cube, definition, place, member, period)] : [];

    static MemberParts Parts(PartCube cube, IndicatorDefinition definition, int place, int member, Period period)
    {
        var parts = new Int128[definition.PartNames.Length];
        for (var part = 0; part < parts.Length; part++) parts[part] = cube.Over(place, member, part, period.First.Index, period.Last.Index);
        return new MemberParts(cube.Members[member], parts);
    }

    static Observation Figure(IndicatorDefinition definition, IndicatorView view, FigureId id, MemberParts[] parts, string? missing)
    {
        if (missing is not null) return Missing(definition, id, missing);
        var figure = FigureFormula.Apply(definition, view, parts, id.Member);
        return figure.Value is null
            ? Missing(definition, id, "分母为零")
            : new Observation
            {
                Id = id,
                Status = ObservationStatus.Normal,
                Numerator = figure.Numerator,
                Denominator = figure.Denominator,
                Value = figure.Value,
                Low = figure.Interval?.Low,
                High = figure.Interval?.High,
                DefinitionVersion = definition.Header.Version,
            };
    }

    static Observation Missing(IndicatorDefinition definition, FigureId id, string note) =>
        new() { Id = id, Status = ObservationStatus.Missing, Note = note, DefinitionVersion = definition.Header.Version };
}
