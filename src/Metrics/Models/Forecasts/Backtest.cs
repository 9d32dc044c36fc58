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

    /// <summary>The same ratio of the candidate that forecasts: 1 where that is seasonal naive itself.</summary>
    public double UsedRatio => Used == Chosen ? ErrorRatio ?? 1 : 1;
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

    /// <summary>The group's median error counts in the choice as much as this many origins of the series' own.</summary>
    const double BorrowedOrigins = 6;

    public BacktestTable Run()
    {
        var chosen = Choices();
        var covered = new (int Inside, int Judged)[errors.Panel.Count];
        PanelBands.Walk(errors, [.. chosen.Select(choice => choice.Candidate)], (series, origin, inside) =>
        {
            if (origin >= HeldOut(series)) return;
            covered[series] = (covered[series].Inside + (inside ? 1 : 0), covered[series].Judged + 1);
        });
        return new([.. Enumerable.Range(0, errors.Panel.Count).Select(series => Row(series, chosen[series], covered[series]))], errors.Horizon);
    }

    /// <summary>How many origins of a series are held out.</summary>
    public int HeldOut(int series) => errors.OriginsOf(series) * 2 / 5;

    BacktestRow Row(int series, Choice choice, (int Inside, int Judged) covered)
    {
        var name = errors.Panel[series].Name;
        if (errors.Panel[series].Status is not SeriesStatus.Usable and var status) return new(name, status, null, null, null, 0, 0, new Dictionary<string, double>());
        var ratio = Ratio(series, choice.Candidate, 0, HeldOut(series), 0);
        return new(name, SeriesStatus.Usable, errors.Candidates[choice.Candidate].Name, errors.Candidates[ratio < 1 ? choice.Candidate : 0].Name, ratio, covered.Inside, covered.Judged,
            errors.Candidates.Zip(choice.Ratios).Where(x => x.Second is not null).ToDictionary(x => x.First.Name, x => x.Second!.Value, StringComparer.Ordinal));
    }

    /// <summary>
    /// The candidate of each series, by its error before the held-out origins. A dozen origins of one short series say little, so the ratio is drawn
    /// towards the median of its group.
    /// </summary>
    List<Choice> Choices()
    {
        var ratios = Enumerable.Range(0, errors.Panel.Count).Select(series => Enumerable.Range(0, errors.Candidates.Count)
            .Select(candidate => Ratio(series, candidate, HeldOut(series), errors.OriginsOf(series), HeldOut(series))).ToList()).ToList();
        var medians = Enumerable.Range(0, errors.Panel.Count).GroupBy(series => errors.Panel[series].Group).ToDictionary(group => group.Key, group => errors.Candidates
            .Select((_, candidate) => Median([.. group.Select(series => ratios[series][candidate]).OfType<double>()])).ToList());
        return [.. ratios.Select((own, series) =>
        {
            var origins = errors.OriginsOf(series) - HeldOut(series);
            var drawn = own.Zip(medians[errors.Panel[series].Group], (mine, all) => (origins * mine + BorrowedOrigins * all) / (origins + BorrowedOrigins)).ToList();
            var best = Enumerable.Range(0, drawn.Count).MinBy(candidate => drawn[candidate] ?? double.MaxValue);
            return new Choice(drawn[best] <= Margin ? best : 0, own);
        })];
    }

    static double? Median(List<double> values)
    {
        if (values.Count == 0) return null;
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
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

    /// <param name="Ratios">Errors relative to the baseline before the held-out origins, by candidate.</param>
    sealed record Choice(int Candidate, IReadOnlyList<double?> Ratios);
}
