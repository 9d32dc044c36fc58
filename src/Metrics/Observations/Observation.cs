using System.Globalization;
using System.Numerics;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Metrics.Observations;

/// <summary>Why a figure is as it is. A missing figure has a status and no value; it is never 0, NaN or left out.</summary>
public enum ObservationStatus { Normal, Provisional, Estimated, Missing, NotApplicable, Suppressed, Break }

/// <summary>
/// Names one figure: indicator × variant × area × period × breakdown member. Written <c>E12:demand:130100:2024-Q2:occupation:4</c>,
/// with trailing empty parts left out (<c>E05::130100:2024-Q4</c>).
/// </summary>
public sealed record FigureId(string Indicator, string Variant, int AreaCode, Period Period, string Breakdown = "", string Member = "")
{
    /// <exception cref="FormatException">The text does not name a figure.</exception>
    public static FigureId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' does not name a figure; expected a form like E05::130100:2024-Q4.");

    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FigureId? id)
    {
        id = null;
        if (text?.Split(':') is not { Length: 4 or 6 } parts
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var area)
            || !Period.TryParse(parts[3], out var period))
            return false;
        id = new FigureId(parts[0], parts[1], area, period, parts.Length > 4 ? parts[4] : "", parts.Length > 5 ? parts[5] : "");
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Indicator}:{Variant}:{AreaCode}:{Period}{(Breakdown.Length == 0 ? "" : $":{Breakdown}:{Member}")}");
}

/// <summary>
/// One figure with its parts. <see cref="Value"/> is rounded half up once, to the indicator's decimals, from the exact parts.
/// </summary>
public sealed record Observation
{
    public required FigureId Id { get; init; }
    public required ObservationStatus Status { get; init; }
    public BigInteger? Numerator { get; init; }
    public BigInteger? Denominator { get; init; }
    public decimal? Value { get; init; }

    /// <summary>Bounds of the interval, where the definition has one.</summary>
    public decimal? Low { get; init; }

    /// <inheritdoc cref="Low"/>
    public decimal? High { get; init; }

    /// <summary>Why the value is missing or what to mind in reading it, in Chinese.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// The figure is about so few persons that it is not for every reader, or such a figure could be worked out from it; a reader with a duty to
    /// the persons sees it, the others see <see cref="ObservationStatus.Suppressed"/>.
    /// </summary>
    public bool Confidential { get; init; }

    public required int DefinitionVersion { get; init; }

    /// <summary>As it is answered to readers who may not see it.</summary>
    public Observation Suppressed() => this with
    {
        Status = ObservationStatus.Suppressed,
        Numerator = null,
        Denominator = null,
        Value = null,
        Low = null,
        High = null,
        Note = "涉及人数过少或可由此推出人数过少的数值，不予公开",
    };

    /// <summary>UTC; the moment from which this figure was answerable.</summary>
    public DateTime KnownFrom { get; init; }
}
