using System.Globalization;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>
/// A bar for one scorecard row: how far the figure is, with an upright where it should be by now. Its words stand beside it in the cell.
/// </summary>
static class CompletionBar
{
    const decimal Width = 120m;

    // A quarter more than the whole target fits, so that going past it shows.
    const decimal Whole = 125m;

    public static string Svg(ScorecardRow row) => row.Actual?.Value is not { } value ? "" : row.Item.Comparison switch
    {
        Comparison.Band => Band(value, row.Item.BandFrom!.Value, row.Item.BandTo!.Value),
        Comparison.AtMost when row.Target is > 0 and { } target => Bar(value / target * 100m, 100m),
        _ when row.CompletionPercent is { } completion => Bar(completion, row.TimeProgressPercent ?? 100m),
        _ => "",
    };

    static string Bar(decimal percent, decimal expected)
    {
        var fill = Math.Clamp(percent, 0m, Whole) / Whole * Width;
        var tick = Math.Clamp(expected, 0m, Whole) / Whole * Width;
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"bar\" viewBox=\"0 0 120 12\" aria-hidden=\"true\"><rect class=\"track\" x=\"0\" y=\"2\" width=\"120\" height=\"8\"/><rect class=\"fill\" x=\"0\" y=\"2\" width=\"{fill:0.#}\" height=\"8\"/><line class=\"due\" x1=\"{tick:0.#}\" x2=\"{tick:0.#}\" y1=\"0\" y2=\"12\"/></svg>");
    }

    static string Band(decimal value, decimal from, decimal to)
    {
        var end = to * 1.25m;
        decimal X(decimal at) => Math.Clamp(at / end, 0m, 1m) * Width;
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"bar\" viewBox=\"0 0 120 12\" aria-hidden=\"true\"><rect class=\"track\" x=\"0\" y=\"2\" width=\"120\" height=\"8\"/><rect class=\"band\" x=\"{X(from):0.#}\" y=\"2\" width=\"{X(to) - X(from):0.#}\" height=\"8\"/><circle class=\"fill\" cx=\"{Math.Clamp(X(value), 4m, 116m):0.#}\" cy=\"6\" r=\"4\"/></svg>");
    }
}
