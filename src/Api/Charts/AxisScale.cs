using System.Globalization;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>An axis in round steps of 1, 2 or 5.</summary>
readonly record struct AxisScale(decimal Low, decimal High, decimal Step)
{
    /// <summary>Holds all values; from zero when zero is near, so that a small change does not look like a leap.</summary>
    public static AxisScale Over(decimal min, decimal max, bool fromZero = false)
    {
        if (min >= 0 && (fromZero || min < max * 0.5m)) min = 0;
        if (min == max) (min, max) = (min - 1, max + 1);
        var rough = (max - min) / 5m;
        var unit = 1m;
        while (unit > rough) unit /= 10m;
        while (unit * 10m <= rough) unit *= 10m;
        var step = rough <= unit ? unit : rough <= unit * 2 ? unit * 2 : rough <= unit * 5 ? unit * 5 : unit * 10;
        return new AxisScale(Math.Floor(min / step) * step, Math.Ceiling(max / step) * step, step);
    }

    public IEnumerable<decimal> Ticks()
    {
        for (var at = Low; at <= High; at += Step) yield return at;
    }

    /// <summary>Where a value lies between two places.</summary>
    public double At(decimal value, double from, double to) => from + (to - from) * (double)((value - Low) / (High - Low));

    /// <summary>A tick's number; all of one axis have as many decimals as its step.</summary>
    public string Text(decimal tick)
    {
        var step = Step.ToString("0.######", CultureInfo.InvariantCulture);
        var decimals = step.Contains('.', StringComparison.Ordinal) ? step.Length - step.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return tick.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
