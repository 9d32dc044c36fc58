namespace DemoCityAnalytics.Metrics.Models.Forecasts;

/// <summary>
/// How far the sum of the next steps was off at past origins; from these, how likely a year-end target is. Empirical: nothing is
/// assumed about the shape of the errors.
/// </summary>
public sealed class TargetErrors
{
    readonly IReadOnlyList<double>[] sums; // by number of steps summed

    TargetErrors(IReadOnlyList<double>[] sums) => this.sums = sums;

    /// <summary>Fewer past origins than this give no probability.</summary>
    public const int FewestOrigins = 6;

    internal static TargetErrors Of(RollingErrors errors, int series, int candidate) => new([.. Enumerable.Range(1, errors.Horizon).Select(steps =>
        (IReadOnlyList<double>)[.. Enumerable.Range(0, errors.OriginsOf(series)).Select(origin => errors.Of(series, candidate, origin))
            .Where(own => own.Count >= steps).Select(own => own.Take(steps).Sum())])]);

    /// <summary>
    /// The probability that what is reached so far and the forecast of the remaining steps come to at least the target; null when it cannot be
    /// said. Never quite 0 or 1: as many past errors as there are decide nothing beyond them.
    /// </summary>
    public double? ProbabilityOf(double target, double reached, IReadOnlyList<ForecastPoint> points, int remaining)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (remaining == 0) return reached >= target ? 1 : 0;
        if (remaining < 0 || remaining > sums.Length || remaining > points.Count || sums[remaining - 1].Count < FewestOrigins) return null;
        var expected = reached + points.Take(remaining).Sum(point => point.Value);
        var past = sums[remaining - 1];
        return (past.Count(error => expected + error >= target) + 0.5) / (past.Count + 1);
    }
}
