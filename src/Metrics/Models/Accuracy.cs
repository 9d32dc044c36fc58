using System.Globalization;
using DemoCityAnalytics.Metrics.Formulas;

namespace DemoCityAnalytics.Metrics.Models;

/// <summary>How many of a reviewed sample were right, as it is printed: share, counts and Wilson's 95 % interval.</summary>
public sealed record Accuracy(int Right, int Reviewed)
{
    public Interval? Interval => Formulas.Interval.Wilson(Right, Reviewed, 100, 1);

    public override string ToString() => Interval is not { } interval
        ? "nothing reviewed"
        : string.Create(CultureInfo.InvariantCulture, $"{100m * Right / Reviewed:0.0} % ({Right} of {Reviewed}; 95 % interval {interval.Low:0.0} to {interval.High:0.0})");
}
