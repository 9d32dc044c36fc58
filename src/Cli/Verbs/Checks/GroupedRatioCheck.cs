using System.Numerics;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>Published ratios of groups against the product's, by the convention that the table follows.</summary>
sealed class GroupedRatioCheck() : CheckVerb(
    "grouped-ratio", "Published grouped 求人倍率, recomputed.",
    "demand", "seekers", "demand_no_requirement", "seekers_no_requirement", "demand_total", "seekers_total", "published_ratio", "convention_that_reproduces")
{
    const int Decimals = 2;

    static readonly Dictionary<string, SharingConvention> Conventions = new(StringComparer.Ordinal)
    {
        ["seeker-side no-requirement shared out by demand share"] = SharingConvention.SeekerSide,
        ["demand-side no-requirement shared out by seeker share"] = SharingConvention.DemandSide,
        ["plain division (no sharing out)"] = SharingConvention.Plain,
    };

    protected override Finding Judge(Case row)
    {
        var name = row["convention_that_reproduces"];
        if (!Conventions.TryGetValue(name, out var convention))
            throw new UsageException($"Case {row.Number}: unknown convention '{name}'{NearestName.Hint(name, Conventions.Keys)}.");
        BigInteger Whole(string column) => row[column].Length == 0 ? 0 : (BigInteger)Number(row, column);
        var counts = new GroupedCounts(
            Whole("demand"), Whole("seekers"), Whole("demand_no_requirement"), Whole("seekers_no_requirement"), Whole("demand_total"), Whole("seekers_total"));
        var published = decimal.TryParse(row["published_ratio"], out _) ? Printed(Number(row, "published_ratio"), Decimals) : "——";
        return new Finding(published, Printed(GroupedRatio.Of(counts, convention, Decimals), Decimals), $"case {row.Number}, {name}");
    }
}
