using DemoCityAnalytics.Cli.Tests.Running;

namespace DemoCityAnalytics.Cli.Tests.Verbs.Checks;

public sealed class CheckVerbTests : IDisposable
{
    const string RatioHead = "demand,seekers,demand_no_requirement,seekers_no_requirement,demand_total,seekers_total,published_ratio,convention_that_reproduces\n";
    const string Seekers = "seeker-side no-requirement shared out by demand share";
    const string Demand = "demand-side no-requirement shared out by seeker share";
    const string Plain = "plain division (no sharing out)";

    readonly TemporaryFolder folder = new();

    // 无锡 2013Q2, 海南 2013Q3-like: 100 openings without a requirement shared by 3 of 4 seekers; 0.625 half up is 0.63.
    [Theory]
    [InlineData("5453,4894,0,16556,179831,186654,1.01," + Seekers, "agree")]
    [InlineData("70927,74820,0,16556,179831,186654,0.87," + Seekers, "agree")]
    [InlineData("70927,74820,0,16556,179831,186654,0.95," + Plain, "agree")]
    [InlineData("20,60,100,0,200,80,1.58," + Demand, "agree")]
    [InlineData("5,8,0,0,5,8,0.63," + Plain, "agree")]
    [InlineData("5,8,0,0,5,8,0.62," + Plain, "differ: expected 0.62 found 0.63 because case 1, " + Plain)]
    public async Task GroupedRatio_FollowsTheTablesConvention(string row, string expected)
    {
        var result = await Check("grouped-ratio", RatioHead + row + "\n");

        Assert.Equal([expected, expected == "agree" ? "1 agree, 0 differ" : "0 agree, 1 differ"], result.Output.TrimEnd().Split('\n'));
        Assert.Equal(expected == "agree" ? 0 : 1, result.ExitCode);
    }

    [Fact]
    public async Task GroupedRatio_NamesTheConventions_WhenOneIsUnknown()
    {
        var result = await Check("grouped-ratio", RatioHead + "5,8,0,0,5,8,0.63,plain division\n");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("case 1: unknown convention 'plain division'", result.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Completion_RoundsHalfUpToTheDecimalsPublished()
    {
        var result = await Check("completion", "period,actual_10k,target_10k,published_pct\n\"2012, half year\",678,1200,57\nx,71.15,100,71.2\nx,654,1100,59.45\nx,678,1200,56\n");

        Assert.Equal(
            ["agree", "agree", "agree", "differ: expected 56 found 57 because case 4, 678 of 1200 rounded half up to 0 decimals", "3 agree, 1 differ"],
            result.Output.TrimEnd().Split('\n'));
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData("qoq,164152,36325,127827,28.42,ok")]
    [InlineData("yoy,158073,-26230,184303,-14.23,ok")]
    [InlineData("level,132195,88410,,1.50,ok")]
    [InlineData("qoq,129557,18622,110935,16.8,ok")]
    [InlineData("yoy,182908,23726,159182,12.97,\"published percent divides by the CURRENT value, not the base\"")]
    [InlineData("yoy,182908,23726,159182,4.16,published percent does not follow from the published levels")]
    [InlineData("level,132195,88410,,1.49,published percent does not follow from the published levels")]
    public async Task Changes_FindsWhatThePublishedLevelsSay(string row)
    {
        var result = await Check("changes", "comparison,current_or_demand,delta_or_seekers,base,published,finding\n" + row + "\n");

        Assert.Equal((0, "1 agree, 0 differ"), (result.ExitCode, result.LastLine));
    }

    // Synthetic: made for this test, with check characters that hold and that do not.
    [Theory]
    [InlineData("uscc,91330200AY4CL12T24,valid", 0)]
    [InlineData("uscc,91330200ay4cl12t24,normalise", 0)]
    [InlineData("uscc,91330200AY4CL12T25,invalid", 0)]
    [InlineData("idcard,11010519491231002X,valid", 0)]
    [InlineData("idcard,11010519491231002x,normalise", 0)]
    [InlineData("idcard,110105194912310021,valid", 1)]
    public async Task Identifiers_GivesTheProductsVerdict(string row, int exitCode) =>
        Assert.Equal(exitCode, (await Check("identifiers", "kind,value,expected\n" + row + "\n")).ExitCode);

    [Fact]
    public async Task Check_NeverPrintsANumberOfAPerson()
    {
        var result = await Check("identifiers", "kind,value,expected\nidcard,110105194912310021,valid\n");

        Assert.DoesNotContain("1949", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WritesOneDocument_WhenJsonIsAsked()
    {
        var result = await Check("completion", "actual_10k,target_10k,published_pct\n678,1200,57\n", "--json");

        Assert.Equal("check completion", result.Json.GetProperty("verb").GetString());
        Assert.Equal((1, 0), (result.Json.GetProperty("result").GetProperty("agree").GetInt32(), result.Json.GetProperty("result").GetProperty("differ").GetInt32()));
    }

    [Theory]
    [InlineData("actual_10k,target_10k\n1,2\n", "has no column 'published_pct'")]
    [InlineData("actual_10k,target_10k,published_pct\n1,2\n", "line 2: 2 cells found, expected 3")]
    [InlineData("actual_10k,target_10k,published_pct\nmany,2,50\n", "Case 1: actual_10k is 'many', expected a number")]
    public async Task Check_SaysWhatIsWrongWithTheTable(string table, string expected)
    {
        var result = await Check("completion", table);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    Task<DcaResult> Check(string name, string table, params string[] more) =>
        DcaProcess.Run(folder.Path, ["check", name, folder.Write("cases.csv", table), .. more]);
}
