using System.Globalization;

namespace DemoCityAnalytics.Evaluation.Figures;

/// <summary>How numbers are printed in texts for readers: grouped by commas, below zero with a minus sign and not a hyphen.</summary>
public static class PrintedNumber
{
    public static NumberFormatInfo Format { get; } = NumberFormatInfo.ReadOnly(new NumberFormatInfo { NegativeSign = "−", NumberGroupSeparator = "," });
}
