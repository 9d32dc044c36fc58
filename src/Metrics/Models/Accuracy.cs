using System.Globalization;
using DemoCityAnalytics.Metrics.Formulas;

namespace DemoCityAnalytics.Metrics.Models;

/// <summary>How many of a reviewed sample were right, as it is printed: share, counts and Wilson's 95 % interval.</summary>
public sealed record Accuracy(int Right, int Reviewed)
{
    public Interval? Interval => Formulas.Interval.Wilson(Right, Reviewed, 100, 1);

    /// <summary>The same in Chinese.</summary>
    public string Chinese => Interval is not { } interval
        ? "没有核对样本"
        : string.Create(CultureInfo.InvariantCulture, $"{100m * Right / Reviewed:0.0}%（{Right}/{Reviewed}，95%置信区间{interval.Low:0.0}—{interval.High:0.0}）");

    public override string ToString() => Interval is not { } interval
        ? "nothing reviewed"
        : string.Create(CultureInfo.InvariantCulture, $"{100m * Right / Reviewed:0.0} % ({Right} of {Reviewed}; 95 % interval {interval.Low:0.0} to {interval.High:0.0})");
}
