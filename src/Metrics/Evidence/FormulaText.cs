using System.Globalization;
using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Observations;

namespace DemoCityAnalytics.Metrics.Evidence;

/// <summary>Writes a figure's formula with its numbers put in, as one would check it by hand.</summary>
static class FormulaText
{
    public static string Of(IndicatorView view, IReadOnlyList<MemberParts> parts, Observation figure)
    {
        var result = figure.Value?.ToString(CultureInfo.InvariantCulture) ?? "—";
        return view.Formula switch
        {
            Formula.GroupedRatio => $"{Grouped(view, parts, figure.Id.Member)} = {result}",
            Formula.Overlap => $"{Scale(view)}{Overlap(view, parts)} = {result}",
            Formula.Count => $"{Terms(view.Numerator, parts[0])} = {result}",
            _ => $"{Scale(view)}{Bracketed(view.Numerator, parts[0])} ÷ {Bracketed(view.Denominator!, parts[0])} = {result}",
        };
    }

    static string Scale(IndicatorView view) => view.Scale == 1 ? "" : $"{Number(view.Scale)} × ";

    static string Bracketed(PartSum sum, MemberParts parts) => sum.Terms.Count > 1 ? $"({Terms(sum, parts)})" : Terms(sum, parts);

    static string Terms(PartSum sum, MemberParts parts) => string.Concat(sum.Terms.Select((term, index) =>
        $"{(index == 0 ? term.Sign < 0 ? "−" : "" : term.Sign < 0 ? " − " : " + ")}{Number(parts.Parts[term.Part])}"));

    static string Overlap(IndicatorView view, IReadOnlyList<MemberParts> parts)
    {
        var pairs = parts.Select(x => (Openings: view.Numerator.Of(x.Parts), Seekers: view.Denominator!.Of(x.Parts))).ToList();
        var smaller = string.Join(" + ", pairs.Select(x => $"MIN({Number(x.Openings)}, {Number(x.Seekers)})"));
        var openings = string.Join(" + ", pairs.Select(x => Number(x.Openings)));
        var seekers = string.Join(" + ", pairs.Select(x => Number(x.Seekers)));
        return view.Convention switch
        {
            "seekers" => $"({smaller}) ÷ ({seekers})",
            "feasible" => $"({smaller}) ÷ MIN({openings}, {seekers})",
            _ => $"({smaller}) ÷ ({openings})",
        };
    }

    static string Grouped(IndicatorView view, IReadOnlyList<MemberParts> parts, string member)
    {
        var pairs = parts.ToDictionary(x => x.Member, x => (Openings: (BigInteger)view.Numerator.Of(x.Parts), Seekers: (BigInteger)view.Denominator!.Of(x.Parts)));
        var (openings, seekers) = pairs[member];
        if (view.Convention == "plain") return $"{Number(openings)} ÷ {Number(seekers)}";
        var (freeOpenings, freeSeekers) = pairs[FigureFormula.WithoutRequirement];
        var (allOpenings, allSeekers) = pairs.Values.Aggregate((sum, x) => (sum.Openings + x.Openings, sum.Seekers + x.Seekers));
        return $"({Number(openings)} + {Number(freeOpenings)} × {Number(seekers)} ÷ {Number(allSeekers)}) ÷ "
            + $"({Number(seekers)} + ROUND({Number(freeSeekers)} × {Number(openings)} ÷ {Number(allOpenings)}))";
    }

    static string Number(BigInteger value) => value.Sign < 0 ? $"−{Number(-value)}" : value.ToString(CultureInfo.InvariantCulture);
}
