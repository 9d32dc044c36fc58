using System.Numerics;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>One row of the truth. No value means that the figure is missing.</summary>
sealed record Figure(string Indicator, string Variant, int Area, string Period, string? Value)
{
    public string Breakdown { get; init; } = "";
    public string Member { get; init; } = "";
    public BigInteger? Numerator { get; init; }
    public BigInteger? Denominator { get; init; }
    public string Low { get; init; } = "";
    public string High { get; init; } = "";

    public string ToLine() =>
        $"{Indicator},{Variant},{Area},{Period},{Breakdown},{Member},{(Value is null ? null : Numerator)},{(Value is null ? null : Denominator)},{Value},{Low},{High},{(Value is null ? "missing" : SeriesStarts.Is(this) ? "break" : "normal")}";

    /// <summary>scale × numerator ÷ denominator; missing when the period is not wholly known or nothing stands below the line.</summary>
    public static Figure Ratio(string indicator, string variant, int area, TruthPeriod period, BigInteger numerator, BigInteger denominator, int scale, int decimals = 2) =>
        new(indicator, variant, area, period.Name, period.IsWhole && !denominator.IsZero ? Rounded.Quotient(numerator * scale, denominator, decimals) : null)
        {
            Numerator = numerator,
            Denominator = denominator,
        };
}
