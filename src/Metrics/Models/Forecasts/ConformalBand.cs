namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>
/// A 90 % band of one series from past errors of the same step ahead (split conformal prediction, Vovk et al. 2005), stretched or narrowed after
/// every known outcome so that it also holds while the series changes (online conformal prediction, Gibbs and Candès 2021; Angelopoulos et al. 2023).
/// </summary>
public sealed class ConformalBand
{
    /// <summary>Share of actuals that should lie inside.</summary>
    public const double Wanted = 0.90;

    /// <summary>Fewer known errors than this give no band of the series' own.</summary>
    public const int FewestErrors = 6;

    /// <summary>How far one outcome stretches the band, as a logarithm: a miss widens it by 14 %, nine hits take that back.</summary>
    const double Pace = 0.15;

    /// <summary>Own errors count as much as the panel's when there are this many.</summary>
    const double EvenAt = 18;

    readonly int window;
    readonly int reach;
    readonly List<double>[] errors;
    double stretch;

    /// <param name="horizon">Steps ahead.</param>
    /// <param name="season">Errors older than two seasons are forgotten.</param>
    public ConformalBand(int horizon, int season)
    {
        window = 2 * season;
        reach = Math.Max(1, season / 26);
        errors = [.. Enumerable.Range(0, horizon).Select(_ => new List<double>())];
    }

    /// <summary>Half the band's width at a step (0 is the next one), or null when too few errors are known.</summary>
    /// <param name="shared">Half the width that the errors of the other series suggest; null when there are none.</param>
    /// <param name="sharedStretch">How far the panel as a whole is stretched, as a logarithm.</param>
    public double? HalfWidth(int step, double? shared = null, double sharedStretch = 0)
    {
        var near = Enumerable.Range(step - reach, 2 * reach + 1).Where(s => s >= 0 && s < errors.Length).SelectMany(s => errors[s]).Order().ToList();
        double? own = near.Count < FewestErrors ? null : AtRank(near);
        var share = near.Count / (near.Count + EvenAt);
        var width = (own, shared) switch
        {
            ({ } mine, { } others) => share * mine + (1 - share) * others,
            _ => own ?? shared,
        };
        return width * Math.Exp(stretch + sharedStretch);
    }

    /// <summary>An outcome has become known: its error, and whether the band given at that time held it.</summary>
    public void Learn(int step, double error, bool? inside)
    {
        errors[step].Add(Math.Abs(error));
        if (errors[step].Count > window) errors[step].RemoveAt(0);
        if (inside is { } held) stretch = Math.Clamp(stretch + Pace * ((held ? 0 : 1) - (1 - Wanted)), -0.7, 1.2);
    }

    /// <summary>The rank of ascending errors below which nine in ten new ones lie.</summary>
    internal static double AtRank(List<double> ascending) => ascending[Math.Min((int)Math.Ceiling((ascending.Count + 1) * Wanted), ascending.Count) - 1];
}
