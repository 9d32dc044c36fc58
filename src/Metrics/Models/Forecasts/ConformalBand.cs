namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>
/// A 90 % band from past errors of the same step ahead (split conformal prediction, Vovk et al. 2005), whose level is moved after every
/// known outcome so that it also holds while a series changes (adaptive conformal inference, Gibbs and Candès 2021).
/// </summary>
public sealed class ConformalBand
{
    /// <summary>Share of actuals that should lie inside.</summary>
    public const double Wanted = 0.90;

    /// <summary>How far one outcome moves the level.</summary>
    const double Pace = 0.03;

    /// <summary>Fewer known errors than this give no band.</summary>
    public const int FewestErrors = 6;

    readonly int window;
    readonly int reach;
    readonly List<double>[] errors;
    readonly double[] miss;

    /// <param name="horizon">Steps ahead.</param>
    /// <param name="season">Errors older than two seasons are forgotten.</param>
    public ConformalBand(int horizon, int season)
    {
        window = 2 * season;
        reach = Math.Max(1, season / 26);
        errors = [.. Enumerable.Range(0, horizon).Select(_ => new List<double>())];
        miss = [.. Enumerable.Repeat(1 - Wanted, horizon)];
    }

    /// <summary>Half the band's width at a step (0 is the next one), or null when too few errors are known.</summary>
    public double? HalfWidth(int step)
    {
        var near = Enumerable.Range(step - reach, 2 * reach + 1).Where(s => s >= 0 && s < errors.Length)
            .SelectMany(s => errors[s].TakeLast(window)).Select(Math.Abs).Order().ToList();
        if (near.Count < FewestErrors) return null;
        var rank = (int)Math.Ceiling((near.Count + 1) * (1 - miss[step]));
        // Beyond the largest error the level cannot be reached: widen it by half.
        return rank <= near.Count ? near[rank - 1] : 1.5 * near[^1];
    }

    /// <summary>An outcome has become known: its error, and whether the band given at that time held it.</summary>
    public void Learn(int step, double error, bool? inside)
    {
        errors[step].Add(error);
        if (inside is { } held) miss[step] = Math.Clamp(miss[step] + Pace * (1 - Wanted - (held ? 0 : 1)), 0.005, 0.35);
    }
}
