using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Verification;

/// <summary>A figure that a city reported, beside the one that its records give (P03).</summary>
/// <param name="Tolerance">As agreed, or half a unit of the figure's last decimal.</param>
/// <param name="Explained">The usual mistake that gives exactly what was reported, when the two differ.</param>
public sealed record ReportedValue(FigureId Id, decimal Reported, decimal Recomputed, decimal Tolerance, WrongWay? Explained)
{
    public bool Agrees => Math.Abs(Reported - Recomputed) <= Tolerance;
}

/// <summary>All reported values of which the release has a figure, each held against it.</summary>
public static class ReportedValues
{
    /// <param name="warehouse">Holds the rows of <c>reported_value</c>.</param>
    public static IReadOnlyList<ReportedValue> Of(DuckDBConnection warehouse, ReleaseSnapshot release)
    {
        if (!Engine.InputViews.Staged(warehouse).Contains("reported_value")) return [];
        return
        [
            .. warehouse.Query(
                """
                SELECT indicator, district_code, period_id, reported, tolerance
                FROM stg.reported_value
                WHERE superseded_by IS NULL
                ORDER BY indicator, district_code, period_id, line
                """,
                row => (Indicator: row.GetString(0), Area: row.GetInt32(1), Period: row.GetString(2), Reported: row.GetDecimal(3), Tolerance: row.IsDBNull(4) ? (decimal?)null : row.GetDecimal(4)))
                .Select(row => Period.TryParse(row.Period, out var period) ? Held(release, new FigureId(row.Indicator, "", row.Area, period), row.Reported, row.Tolerance) : null)
                .OfType<ReportedValue>(),
        ];
    }

    static ReportedValue? Held(ReleaseSnapshot release, FigureId id, decimal reported, decimal? agreed)
    {
        if (release.FindIndicator(id.Indicator) is not { } indicator || release.Find(id) is not { Value: { } value } figure) return null;
        var view = IndicatorView.Of(indicator.Header)[0];
        var held = new ReportedValue(id, reported, value, agreed ?? new decimal(5, 0, 0, false, (byte)(view.Decimals + 1)), null);
        return held.Agrees ? held : held with { Explained = WrongWays.Explain(reported, view.Decimals, Inputs(release, figure, view)) };
    }

    static WrongWayInputs Inputs(ReleaseSnapshot release, Observation figure, IndicatorView view) => new(
        Quotient: view.Formula is Formula.Ratio or Formula.Share && figure is { Numerator: { } above, Denominator: { } below } ? (above, below * view.Divisor, view.Scale) : null,
        Gross: release.Find(figure.Id with { Variant = "gross" })?.Value);
}
