using System.Globalization;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Programme;

/// <summary>How a reported figure stands to the one its records give.</summary>
public enum ReportVerdict
{
    /// <summary>The same, digit for digit.</summary>
    Equal,

    /// <summary>The same once the recomputed figure is rounded to the reported decimals.</summary>
    EqualWhenRounded,

    /// <summary>The same in ten thousands (万), as such figures are often reported.</summary>
    EqualInTenThousands,

    /// <summary>What is reported is the figure of the year before.</summary>
    EqualToBefore,

    /// <summary>Nothing that is usually confused explains it.</summary>
    Different,

    /// <summary>There are no records to recompute it from.</summary>
    NotRecomputed,
}

/// <summary>One reported figure beside the recomputed one (P03).</summary>
public sealed record ReportedFigure(string Item, string Reported, decimal? Recomputed, string Unit, int Decimals, decimal? Difference, ReportVerdict Verdict)
{
    /// <summary>Rounding is no error; everything else is asked about.</summary>
    public bool Agrees => Verdict is ReportVerdict.Equal or ReportVerdict.EqualWhenRounded or ReportVerdict.EqualInTenThousands;

    /// <summary>Reported figures that agree ÷ reported figures with records × 100, two decimals; null without any.</summary>
    public static decimal? AgreementPercent(IReadOnlyCollection<ReportedFigure> figures) =>
        HalfUp.Quotient(figures.Count(figure => figure.Agrees), figures.Count(figure => figure.Verdict != ReportVerdict.NotRecomputed), 100, 2);

    /// <param name="item">Its id in the rule set.</param>
    /// <param name="reported">As typed; a number.</param>
    /// <param name="figure">What the records give; null when they give none.</param>
    public static ReportedFigure Of(string item, string reported, FrozenFigure? figure)
    {
        var number = decimal.Parse(reported, CultureInfo.InvariantCulture);
        if (figure?.Value is not { } value) return new(item, reported, null, figure?.Unit ?? "", figure?.Decimals ?? 0, null, ReportVerdict.NotRecomputed);
        // The number of decimals that were typed, zeros included, is the precision that was claimed.
        var decimals = reported.Contains('.', StringComparison.Ordinal) ? reported.Length - reported.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        bool Same(decimal other) => HalfUp.Round(other, decimals) == number;
        var verdict = number == value ? ReportVerdict.Equal
            : Same(value) ? ReportVerdict.EqualWhenRounded
            : figure.Decimals == 0 && Same(value / 10_000m) ? ReportVerdict.EqualInTenThousands
            : figure.Before is { } before && Same(before) ? ReportVerdict.EqualToBefore
            : ReportVerdict.Different;
        return new(item, reported, value, figure.Unit, figure.Decimals, verdict == ReportVerdict.EqualInTenThousands ? 0 : number - value, verdict);
    }
}
