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
            Formula.StructuralMatch => $"{Structures(view, parts, "1 − ½ × (", x => $"|{x.Demand} − {x.Supply}|")} = {result}",
            Formula.Mismatch => $"{Structures(view, parts, "1 − (", x => $"√({x.Demand} × {x.Supply})")} = {result}",
            Formula.Quantile => $"{(view.Convention == "p90" ? "P90" : "MEDIAN")}[{Listed(parts.Select(x => $"{x.Member}: {Number(view.Numerator.Of(x.Parts))}"))}] = {result}",
            Formula.Ranked => $"{Ranked(view, parts, figure.Id.Member)} = {result}",
            Formula.ChangeDeviation => $"SD[{Listed(parts.Select(x => $"{Number(view.Numerator.Of(x.Parts))} ÷ {Number(view.Denominator!.Of(x.Parts))} − 1"))}] = {result}",
            Formula.Within => $"{Number(figure.Numerator ?? 0)} ≤ {Number(figure.Denominator ?? 0)} = {result}",
            Formula.Count or Formula.Forecast => $"{Terms(view.Numerator, parts[0])}{Divisor(view)} = {result}",
            _ => $"{Scale(view)}{Bracketed(view.Numerator, parts[0])} ÷ {Bracketed(view.Denominator!, parts[0])}{Divisor(view)} = {result}",
        };
    }

    static string Divisor(IndicatorView view) => view.Divisor == 1 ? "" : $" ÷ {Number(view.Divisor)}";

    static string Structures(IndicatorView view, IReadOnlyList<MemberParts> parts, string opening, Func<(string Demand, string Supply), string> term)
    {
        var pairs = parts.Select(x => (Demand: (BigInteger)view.Numerator.Of(x.Parts), Supply: (BigInteger)view.Denominator!.Of(x.Parts))).ToList();
        var (demand, supply) = pairs.Aggregate((Demand: BigInteger.Zero, Supply: BigInteger.Zero), (sum, x) => (sum.Demand + x.Demand, sum.Supply + x.Supply));
        return opening + string.Join(" + ", pairs.Where(x => x.Demand + x.Supply > 0)
            .Select(x => term(($"{Number(x.Demand)}/{Number(demand)}", $"{Number(x.Supply)}/{Number(supply)}")))) + ")";
    }

    static string Ranked(IndicatorView view, IReadOnlyList<MemberParts> parts, string member)
    {
        var listed = Ranking.Of(view, parts);
        if (member.Length == 0) return listed.Count == 0 ? "0" : string.Join(" + ", listed.Select(x => Number(x.Gap)));
        var own = listed.First(x => x.Member == member).Parts;
        var (demand, supply) = (Number(view.Numerator.Of(own.Parts)), Number(view.Denominator!.Of(own.Parts)));
        return view.Convention == "surplus" ? $"{supply} − {demand}" : $"{demand} − {supply}";
    }

    // A histogram may hold hundreds of values; the first ones show how it is made up.
    static string Listed(IEnumerable<string> entries)
    {
        const int Shown = 12;
        var all = entries.ToList();
        return string.Join(", ", all.Take(Shown)) + (all.Count > Shown ? ", …" : "");
    }

    static string Scale(IndicatorView view) => view.Scale == 1 ? "" : $"{Number(view.Scale)} × ";

    static string Bracketed(PartSum sum, MemberParts parts) => sum.Terms.Count > 1 ? $"({Terms(sum, parts)})" : Terms(sum, parts);

    static string Terms(PartSum sum, MemberParts parts) => string.Concat(sum.Terms.Select((term, index) =>
        $"{(index == 0 ? term.Sign < 0 ? "−" : "" : term.Sign < 0 ? " − " : " + ")}{Number(parts.Parts.Span[term.Part])}"));

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
