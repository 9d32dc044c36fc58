using System.Numerics;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>Published ratios of groups against the product's, by the convention that the table follows.</summary>
sealed class GroupedRatioCheck() : CheckVerb(
    "grouped-ratio", "Published grouped 求人倍率, recomputed.", "published_ratio",
    "demand", "seekers", "demand_no_requirement", "seekers_no_requirement", "demand_total", "seekers_total", "convention_that_reproduces")
{
    const int Decimals = 2;

    static readonly Dictionary<string, SharingConvention> Conventions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["seeker-side no-requirement shared out by demand share"] = SharingConvention.SeekerSide,
        ["demand-side no-requirement shared out by seeker share"] = SharingConvention.DemandSide,
        ["both sides' no-requirement shared out"] = SharingConvention.SharedOut,
        ["plain division (no sharing out)"] = SharingConvention.Plain,
    };

    static readonly string[] Counts = ["demand", "seekers", "demand_no_requirement", "seekers_no_requirement", "demand_total", "seekers_total"];

    protected override Finding Judge(Case row)
    {
        var name = string.Join(' ', row["convention_that_reproduces"].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (!Conventions.TryGetValue(name, out var convention)) throw new FormatException($"unknown convention '{name}'{NearestName.Hint(name, Conventions.Keys)}.");
        // What is not given takes no part: a table without a row without requirement has none to share out.
        var counts = Counts.Select(column => NumberOrNone(row, column) ?? 0).ToList();
        // Some tables print thousands of persons or shares; brought to whole numbers, the ratio is the same.
        var unit = BigInteger.Pow(10, counts.Max(count => count.Scale));
        var whole = counts.ConvertAll(count => new BigInteger(count * (decimal)unit));
        var ratio = GroupedRatio.Of(new GroupedCounts(whole[0], whole[1], whole[2], whole[3], whole[4], whole[5]), convention, Decimals);
        return new Finding(Printed(NumberOrNone(row, "published_ratio"), Decimals), Printed(ratio, Decimals), $"case {row.Number}, {name}");
    }
}
