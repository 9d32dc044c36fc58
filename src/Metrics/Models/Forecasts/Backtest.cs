namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>What is known about forecasting one series.</summary>
/// <param name="Chosen">The candidate that was best before the held-out origins.</param>
/// <param name="Used">The candidate that forecasts: the chosen one when it beat the baseline on the held-out origins, else the baseline; null without a usable series.</param>
/// <param name="ErrorRatio">Mean absolute error of the chosen candidate over that of seasonal naive, on the held-out origins.</param>
/// <param name="Inside">How many held-out actuals lay inside the 90 % band.</param>
/// <param name="Judged">How many held-out actuals had a band.</param>
public sealed record BacktestRow(
    string Series, SeriesStatus Status, string? Chosen, string? Used, double? ErrorRatio, int Inside, int Judged, IReadOnlyDictionary<string, double> RatioBefore)
{
    public double? Coverage => Judged == 0 ? null : (double)Inside / Judged;

    public bool Improved => ErrorRatio < 1;
}

/// <summary>The rows of a panel and what they say together.</summary>
public sealed record BacktestTable(IReadOnlyList<BacktestRow> Rows, int Horizon)
{
    public int Judged => Rows.Count(row => row.ErrorRatio is not null);

    /// <summary>Series on which another candidate than the baseline was chosen and beat it on origins it was not chosen on.</summary>
    public int Improved => Rows.Count(row => row.Improved);

    public double? Coverage => Rows.Sum(row => row.Judged) is > 0 and var judged ? (double)Rows.Sum(row => row.Inside) / judged : null;

    public double? MedianRatio => Rows.Where(row => row.ErrorRatio is not null).Select(row => row.ErrorRatio!.Value).Order().ToList() is { Count: > 0 } ratios
        ? (ratios[(ratios.Count - 1) / 2] + ratios[ratios.Count / 2]) / 2
        : null;
}

/// <summary>
/// Chooses a candidate per series and judges it. The last two fifths of the origins are held out: the choice sees only errors known
/// before them, the band at each origin only errors known by then.
/// </summary>
public sealed class Backtest(RollingErrors errors)
{
    /// <summary>How much better than the baseline a candidate must have been to be chosen.</summary>
    const double Margin = 0.98;

    public BacktestTable Run() => new([.. Enumerable.Range(0, errors.Panel.Count).Select(Row)], errors.Horizon);

    /// <summary>How many origins of a series are held out.</summary>
    public int HeldOut(int series) => errors.OriginsOf(series) * 2 / 5;

    BacktestRow Row(int series)
    {
        var status = errors.Panel[series].Status;
        var name = errors.Panel[series].Name;
        if (status != SeriesStatus.Usable) return new(name, status, null, null, null, 0, 0, new Dictionary<string, double>());

        var heldOut = HeldOut(series);
        var ratios = Enumerable.Range(0, errors.Candidates.Count).Select(c => Ratio(series, c, heldOut, errors.OriginsOf(series), heldOut)).ToList();
        var chosen = Enumerable.Range(0, ratios.Count).MinBy(c => ratios[c] ?? double.MaxValue);
        if (ratios[chosen] is not { } best || best > Margin) chosen = 0;
        var ratio = Ratio(series, chosen, 0, heldOut, 0);
        var (inside, judged) = Coverage(series, chosen, heldOut);
        return new(name, status, errors.Candidates[chosen].Name, errors.Candidates[ratio < 1 ? chosen : 0].Name, ratio, inside, judged,
            errors.Candidates.Zip(ratios).Where(x => x.Second is not null).ToDictionary(x => x.First.Name, x => x.Second!.Value, StringComparer.Ordinal));
    }

    /// <summary>
    /// Error against the baseline over origins [from, to), taking only actuals known with <paramref name="known"/> values held back; null when
    /// the candidate had a forecast at fewer than half of the origins.
    /// </summary>
    double? Ratio(int series, int candidate, int from, int to, int known)
    {
        var (own, baseline, origins) = (0.0, 0.0, 0);
        for (var origin = from; origin < to; origin++)
        {
            var (mine, naive) = (errors.Of(series, candidate, origin), errors.Of(series, 0, origin));
            var steps = Math.Min(mine.Count, origin + 1 - known);
            if (steps <= 0) continue;
            origins++;
            for (var step = 0; step < steps; step++)
            {
                own += Math.Abs(mine[step]);
                baseline += Math.Abs(naive[step]);
            }
        }
        return origins * 2 < to - from || baseline == 0 ? null : own / baseline;
    }

    (int Inside, int Judged) Coverage(int series, int candidate, int heldOut)
    {
        var (inside, judged) = (0, 0);
        BandHistory.Walk(errors, series, candidate, (origin, held) =>
        {
            if (origin >= heldOut) return;
            judged++;
            if (held) inside++;
        });
        return (inside, judged);
    }
}

/// <summary>Walks the origins of a series from the oldest on, as time went by: a band is given, later its outcome becomes known.</summary>
static class BandHistory
{
    /// <summary>The band as it stands after the last actual.</summary>
    public static ConformalBand Walk(RollingErrors errors, int series, int candidate, Action<int, bool> judged)
    {
        var horizon = errors.Horizon;
        var band = new ConformalBand(horizon, errors.Panel[series].Season);
        var given = new Dictionary<(int Origin, int Step), bool?>();
        for (var origin = errors.OriginsOf(series) - 1; origin >= 0; origin--)
        {
            // What became known since the origin before: the actual of step k + 1 of the origin k + 1 steps older.
            for (var step = 0; step < horizon && origin + 1 + step < errors.OriginsOf(series); step++)
                Learn(origin + 1 + step, step);
            var own = errors.Of(series, candidate, origin);
            for (var step = 0; step < own.Count; step++)
            {
                bool? inside = band.HalfWidth(step) is { } half ? Math.Abs(own[step]) <= half : null;
                given[(origin, step)] = inside;
                if (inside is { } held) judged(origin, held);
            }
        }
        for (var step = 0; step < horizon && step < errors.OriginsOf(series); step++) Learn(step, step);
        return band;

        void Learn(int origin, int step)
        {
            var own = errors.Of(series, candidate, origin);
            if (step < own.Count) band.Learn(step, own[step], given.GetValueOrDefault((origin, step)));
        }
    }
}
