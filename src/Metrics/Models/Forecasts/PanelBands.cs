namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>
/// The bands of all series of a panel, walked from the oldest origin on as time went by: a band is given, later its outcome becomes known.
/// A series with few errors of its own borrows those of the others, measured in its own unrest; when many miss at once, all are stretched.
/// </summary>
sealed class PanelBands
{
    /// <summary>Fewer series than this lend each other nothing.</summary>
    const int FewestSeries = 5;

    /// <summary>Fewer borrowed errors than this give no band.</summary>
    const int FewestScores = 20;

    /// <summary>How far a month in which all series miss stretches the panel, as a logarithm.</summary>
    const double Pace = 0.5;

    readonly RollingErrors errors;
    readonly IReadOnlyList<int> chosen;
    readonly ConformalBand[] bands;
    readonly (double Sum, int Count)[] unrest;
    readonly List<double>[] scores;
    readonly List<double>[] sorted;
    readonly Dictionary<(int Series, int Origin, int Step), bool> given = [];
    double stretch;

    PanelBands(RollingErrors errors, IReadOnlyList<int> chosen)
    {
        (this.errors, this.chosen) = (errors, chosen);
        bands = [.. errors.Panel.Select(series => new ConformalBand(errors.Horizon, series.Season))];
        unrest = new (double, int)[errors.Panel.Count];
        scores = [.. Enumerable.Range(0, errors.Horizon).Select(_ => new List<double>())];
        sorted = [.. scores];
    }

    /// <summary>The bands as they stand after the last actual.</summary>
    /// <param name="chosen">The candidate of each series.</param>
    /// <param name="judged">Called for every band given: series, origin, whether the actual lay inside.</param>
    public static PanelBands Walk(RollingErrors errors, IReadOnlyList<int> chosen, Action<int, int, bool> judged)
    {
        var bands = new PanelBands(errors, chosen);
        for (var origin = errors.Origins - 1; origin >= 0; origin--)
        {
            bands.Learn(origin);
            bands.Give(origin, judged);
        }
        bands.Learn(-1);
        return bands;
    }

    /// <summary>Half the width of the band of a series at a step, or null when too few errors are known.</summary>
    public double? HalfWidth(int series, int step)
    {
        double? shared = bands.Length >= FewestSeries && sorted[step].Count >= FewestScores ? ConformalBand.AtRank(sorted[step]) * Unrest(series) : null;
        return bands[series].HalfWidth(step, shared, bands.Length >= FewestSeries ? stretch : 0);
    }

    // What became known since the origin before: the actual of step k + 1 of the origin k + 1 steps older.
    void Learn(int origin)
    {
        var (misses, outcomes) = (0, 0);
        for (var step = 0; step < errors.Horizon; step++)
        {
            var older = origin + 1 + step;
            for (var series = 0; series < bands.Length; series++)
            {
                if (older >= errors.OriginsOf(series) || errors.Of(series, chosen[series], older) is not { } own || own.Count <= step) continue;
                if (step == 0 && errors.Of(series, 0, older) is [var naive, ..]) unrest[series] = (unrest[series].Sum + Math.Abs(naive), unrest[series].Count + 1);
                bool? inside = given.Remove((series, older, step), out var held) ? held : null;
                bands[series].Learn(step, own[step], inside);
                scores[step].Add(Math.Abs(own[step]) / Unrest(series));
                if (inside is null) continue;
                outcomes++;
                if (!held) misses++;
            }
            var most = 2 * errors.Panel.Max(series => series.Season) * bands.Length;
            if (scores[step].Count > most) scores[step].RemoveRange(0, scores[step].Count - most);
            sorted[step] = [.. scores[step].Order()];
        }
        if (outcomes > 0) stretch = Math.Clamp(stretch + Pace * ((double)misses / outcomes - (1 - ConformalBand.Wanted)), -0.5, 1.5);
    }

    void Give(int origin, Action<int, int, bool> judged)
    {
        for (var series = 0; series < bands.Length; series++)
        {
            if (origin >= errors.OriginsOf(series)) continue;
            var own = errors.Of(series, chosen[series], origin);
            for (var step = 0; step < own.Count; step++)
            {
                if (HalfWidth(series, step) is not { } half) continue;
                var inside = Math.Abs(own[step]) <= half;
                given[(series, origin, step)] = inside;
                judged(series, origin, inside);
            }
        }
    }

    /// <summary>Mean error of seasonal naive one step ahead: what makes series of all sizes comparable.</summary>
    double Unrest(int series) => unrest[series].Count == 0 ? 1 : Math.Max(unrest[series].Sum / unrest[series].Count, 1e-9);
}
