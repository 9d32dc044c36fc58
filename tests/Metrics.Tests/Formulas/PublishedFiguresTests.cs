using System.Globalization;
using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Formulas;
using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Trials;

namespace DemoCityAnalytics.Metrics.Tests.Formulas;

/// <summary>Figures that cities and ministries printed, reproduced by the product's own code.</summary>
public sealed class PublishedFiguresTests
{
    static readonly Dictionary<string, SharingConvention> Conventions = new()
    {
        ["seeker-side no-requirement shared out by demand share"] = SharingConvention.SeekerSide,
        ["demand-side no-requirement shared out by seeker share"] = SharingConvention.DemandSide,
        ["plain division (no sharing out)"] = SharingConvention.Plain,
    };

    [SharedFact("domain/grouped_ratio_examples.csv")]
    public void GroupedRatio_GivesThePrintedRatios()
    {
        var rows = Rows("grouped_ratio_examples.csv");

        Assert.Equal(7, rows.Count);
        foreach (var row in rows)
        {
            var counts = new GroupedCounts(
                BigInteger.Parse(row["demand"]), BigInteger.Parse(row["seekers"]), BigInteger.Parse(row["demand_no_requirement"]), BigInteger.Parse(row["seekers_no_requirement"]),
                BigInteger.Parse(row["demand_total"]), BigInteger.Parse(row["seekers_total"]));
            var printed = decimal.Parse(row["published_ratio"], CultureInfo.InvariantCulture);

            Assert.Equal((row["group"], printed), (row["group"], GroupedRatio.Of(counts, Conventions[row["convention_that_reproduces"]], 2)));
            Assert.NotEqual(printed, GroupedRatio.Of(counts, SharingConvention.Plain, 2));
        }
    }

    [SharedFact("domain/completion_rate_examples.csv")]
    public void Completion_GivesThePrintedPercentages()
    {
        var rows = Rows("completion_rate_examples.csv");

        Assert.Equal(7, rows.Count);
        foreach (var row in rows)
            Assert.Equal(
                (row["period"], decimal.Parse(row["published_pct"], CultureInfo.InvariantCulture)),
                (row["period"], Completion.Percent(
                    decimal.Parse(row["actual_10k"], CultureInfo.InvariantCulture), decimal.Parse(row["target_10k"], CultureInfo.InvariantCulture),
                    Completion.DecimalsOf(row["published_pct"]))));
    }

    /// <summary>The quarters' totals as rows of the mart, through the definition of every release.</summary>
    [SharedFact("domain/supply_demand_quarterly_examples.csv")]
    public void OpeningsToSeekersRatio_GivesThePrintedRatios()
    {
        var rows = Rows("supply_demand_quarterly_examples.csv");
        var catalogue = IndicatorCatalogue.BuiltIn();

        Assert.Equal(10, rows.Count);
        foreach (var row in rows)
        {
            var month = $"{row["quarter"][..4]}-{3 * (row["quarter"][5] - '0') - 2:00}";
            var last = $"{row["quarter"][..4]}-{3 * (row["quarter"][5] - '0'):00}";
            var table = CsvTable.Parse(
                $"area_code,month,openings_new,seekers_new\n320200,{month},{row["demand_persons"]},{row["seekers_persons"]}\n320200,{last},0,0\n", "labour_market.csv");
            var figures = IndicatorTrial.Run(catalogue, catalogue.Find("E07")!, [new TrialRows("labour_market", table)]);

            var ratio = figures.Single(figure => figure.Id.ToString() == $"E07::320200:{row["quarter"].Insert(4, "-")}");
            Assert.Equal((row["quarter"], decimal.Parse(row["ratio_recomputed"], CultureInfo.InvariantCulture)), (row["quarter"], ratio.Value));
        }
    }

    static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(SharedFolder.PathOf("domain/" + file)).Select(line => line.Split(',')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(x => x.First, x => x.Second))];
    }
}
