using System.Text.Json;
using DemoCityAnalytics.Cli.Tests.Running;

namespace DemoCityAnalytics.Cli.Tests.Verbs;

/// <summary>The catalogue as printed, its figures against a truth, and one indicator tried over rows made by hand.</summary>
public sealed class CatalogueTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Catalogue_NamesADefinitionForEveryRow()
    {
        var result = await DcaProcess.Run(folder.Path, "catalogue");

        Assert.Equal((0, "68 of 68 implemented"), (result.ExitCode, result.LastLine));
        Assert.Contains("E05 城镇登记失业率 (%): Indicators/Unemployment/E05_registered_urban_unemployment_rate.sql, 6 cases", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_HoldsTheFiguresAgainstTheTruth()
    {
        var result = await DcaProcess.Run(folder.Path, "catalogue", "--status", "--cities", "1", "--months", "12", "--json");

        Assert.Equal(0, result.ExitCode);
        var rows = result.Json.GetProperty("result").EnumerateArray().ToList();
        Assert.Equal(68, rows.Count);
        Assert.All(rows, row => Assert.Equal((0, true), (row.GetProperty("differences").GetInt64(), row.GetProperty("cases").GetInt32() > 0)));
        // These four need more than one city or year.
        Assert.Equal(["E22", "P01", "P02", "P06"], rows.Where(row => !row.GetProperty("independentCheck").GetBoolean()).Select(row => row.GetProperty("code").GetString()));
        Assert.All(rows.Where(row => row.TryGetProperty("sample", out _)), row =>
            Assert.Equal(row.GetProperty("sample").GetProperty("expected").GetString(), row.GetProperty("sample").GetProperty("found").GetString()));
        Assert.True(rows.Single(row => row.GetProperty("code").GetString() == "E01").GetProperty("compared").GetInt64() > 100);
    }

    /// <summary>By hand: 4 and 10 openings over 2 and 20 seekers are 14 / 22.</summary>
    [Fact]
    public async Task Trial_ComputesHandMadeRows()
    {
        var rows = folder.Write("labour_market.csv", "area_code,month,occupation,openings_new,seekers_new\n130102,2024-01,4,4,2\n130104,2024-01,4,10,20\n");

        var result = await DcaProcess.Run(folder.Path, "compute", "--indicator", "E07", "--input", rows);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("E07::130100:2024-01: 0.64 倍 = 14 / 22", result.Output, StringComparison.Ordinal);
    }

    /// <summary>8 of 10 answered; their scores weigh 64,000 over 800.</summary>
    [Fact]
    public async Task Trial_PrintsAVariantInItsOwnUnit()
    {
        var rows = folder.Write("satisfaction_survey.csv", "area_code,month,sampled,answered,weight,weighted_score\n130102,2024-01,10,8,800,64000\n130102,2024-12,0,0,0,0\n");

        var result = await DcaProcess.Run(folder.Path, "compute", "--indicator", "E21", "--input", rows);

        Assert.Contains("E21::130100:2024: 80.0 分 = 64000 / 800", result.Output, StringComparison.Ordinal);
        Assert.Contains("E21:response_rate:130100:2024: 80.00 % = 8 / 10", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("labour_market.csv", "area_code,month,openings_nwe\n130102,2024-01,4\n", "labour_market.csv line 1: the mart labour_market has no column 'openings_nwe' (did you mean 'openings_new'?)")]
    [InlineData("labour_market.csv", "area_code,month,openings_new\n130102,May,4\n", "labour_market.csv line 2: month is 'May'; expected a month like 2024-05")]
    [InlineData("labour_market.csv", "area_code,month,openings_new\n130102,2024-01,4\n130102,2024-02,1.5\n", "labour_market.csv line 3: openings_new is '1.5'; expected a whole number")]
    [InlineData("labour_market.csv", "area_code,month,openings_new\nTown,2024-01,4\n", "labour_market.csv line 2: area_code is 'Town'; expected six digits")]
    [InlineData("labour_market.csv", "area_code,month,openings_new\n990102,2024-01,4\n", "labour_market.csv line 2: area_code is 990102, which is no area")]
    [InlineData("ratings.csv", "area_code,month\n130102,2024-01\n", "ratings.csv: E07 does not read the mart 'ratings'; it reads labour_market")]
    public async Task Trial_SaysWhatIsWrongWithTheRows(string name, string text, string expected)
    {
        var result = await DcaProcess.Run(folder.Path, "compute", "--indicator", "E07", "--input", folder.Write(name, text));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
