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
    public async Task GroupedRatio_NamesTheConventions_WhenOneIsUnknown_AndGoesOn()
    {
        var result = await Check("grouped-ratio", RatioHead + "5,8,0,0,5,8,0.63,plain division\n5,8,0,0,5,8,0.63," + Plain + "\n");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("differ: expected 0.63 found nothing because case 1: unknown convention 'plain division'", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nagree\n", result.Output, StringComparison.Ordinal);
    }

    /// <summary>As sent by others: a mark at the start, columns in another order and more of them, full-width digits, thousands marks, dashes for none, short rows.</summary>
    [Theory]
    [InlineData("grouped-ratio", "\uFEFFgroup, seekers ,demand,demand_no_requirement,seekers_no_requirement,demand_total,seekers_total,published_ratio,convention_that_reproduces\n"
        + "单位负责人,\"4,894\",5 453,——,１６５５６,179831,186654,１．０１,  Seeker-side no-requirement  shared out by demand share \n,,,,,,,,\nx,8,5,,,,,.63," + Plain + "\nx,0,5,,,,,——," + Plain + "\n", 3)]
    [InlineData("grouped-ratio", RatioHead + "2.0,6.0,10.0,,20.0,8.0,1.58," + Demand + "\r\n4.3,8.6,46.8,0,100,100,0.97," + Demand + "\r\n", 2)]
    [InlineData("completion", "published_pct,target_10k,actual_10k\n120.45%,1.32,1.59\n１３４．００,603,\"808.02\"\n——,,5\n71.2 %,100,71.15\n", 4)]
    [InlineData("changes", "published,finding,base,delta_or_seekers,current_or_demand,side,comparison\n28.42%,ok,,\"36,325\",\"164,152\",demand,QoQ\n−14.23,ok,184303,－26230,158073,seekers,yoy\n1.5, ok ,,88410,132195,ratio,level\n", 3)]
    [InlineData("identifiers", "value,kind,expected\n11010519491231002x,idcard,normalise\n110105********002X,idcard,invalid\n,uscc,invalid\n91330200ay4cl12t24,uscc,normalise\n880105194912310021,idcard,invalid\n", 5)]
    public async Task Tables_AreReadAsOthersWriteThem(string check, string table, int cases)
    {
        var result = await Check(check, table);

        Assert.Equal([.. Enumerable.Repeat("agree", cases), $"{cases} agree, 0 differ"], result.Output.TrimEnd().Split('\n'));
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

    [Fact]
    public async Task Check_SaysWhatIsWrongWithTheTable()
    {
        var result = await Check("completion", "actual_10k,target_10k\n1,2\n");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("has no column 'published_pct'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_CountsACaseThatCannotBeRead_AsOneThatDiffers()
    {
        var result = await Check("completion", "actual_10k,target_10k,published_pct\nmany,2,50\n1,2,50\n");

        Assert.Equal((1, "1 agree, 1 differ"), (result.ExitCode, result.LastLine));
        Assert.Contains("case 1: actual_10k is 'many', expected a number", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    Task<DcaResult> Check(string name, string table, params string[] more) =>
        DcaProcess.Run(folder.Path, ["check", name, folder.Write("cases.csv", table), .. more]);
}
