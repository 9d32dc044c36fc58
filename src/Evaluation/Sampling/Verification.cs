using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Sampling;

/// <summary>What a sample proves (P05): the share confirmed of those reached and its Wilson 95 % lower bound.</summary>
public sealed record Verification(int Drawn, int Reached, int Confirmed)
{
    public static Verification Of(IReadOnlyCollection<CheckResult> results) => new(
        results.Count,
        results.Count(result => result is CheckResult.Confirmed or CheckResult.Denied),
        results.Count(result => result == CheckResult.Confirmed))
    {
        Pending = results.Count(result => result == CheckResult.Pending),
    };

    /// <summary>Records that nobody has tried to reach yet.</summary>
    public int Pending { get; init; }

    /// <summary>Per cent of those reached, two decimals; null when nobody was reached.</summary>
    public decimal? RatePercent => HalfUp.Quotient(Confirmed, Reached, 100, 2);

    /// <summary>Per cent; what the sample proves at least.</summary>
    public decimal? LowerBoundPercent => Interval.Wilson(Confirmed, Reached, 100, 2)?.Low;

    /// <summary>Unreachable is no confirmation: it is reported apart.</summary>
    public decimal? ReachPercent => HalfUp.Quotient(Reached, Drawn - Pending, 100, 2);

    /// <summary>What was found of rows that an expert chose: no share of the others.</summary>
    public BilingualText SentenceOfChosen => new()
    {
        Zh = $"人工标记存疑{Drawn}条，已核查{Drawn - Pending}条，其中核实{Confirmed}条；不是随机样本，不推断总体",
        En = $"{Drawn} rows marked as doubtful, {Drawn - Pending} checked, {Confirmed} of them confirmed; not a random sample, nothing follows for the others.",
    };

    public BilingualText Sentence => Pending == Drawn
        ? new() { Zh = $"抽取{Drawn}条，尚未核查", En = $"{Drawn} drawn, none checked yet." }
        : LowerBoundPercent is not { } low
        ? new() { Zh = $"抽查{Drawn}条，均未联系上，不能得出结论{(Pending > 0 ? $"；还有{Pending}条待核查" : "")}", En = $"{Drawn} drawn, none reached; nothing follows." }
        : new()
        {
            Zh = $"抽查{Drawn}条，联系上{Reached}条，核实{Confirmed}条（{RatePercent:0.00}%），以95%的把握可认为真实率不低于{low:0.0}%{(Pending > 0 ? $"；还有{Pending}条待核查" : "")}",
            En = $"{Drawn} drawn, {Reached} reached, {Confirmed} confirmed ({RatePercent:0.00}%): at least {low:0.0}% with 95% confidence{(Pending > 0 ? $"; {Pending} still to be checked" : "")}.",
        };
}
