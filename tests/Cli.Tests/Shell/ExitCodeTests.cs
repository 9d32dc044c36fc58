using System.Text.RegularExpressions;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Tests.Running;

namespace DemoCityAnalytics.Cli.Tests.Shell;

public sealed partial class ExitCodeTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public void Codes_AreThoseOfTheDocument()
    {
        var written = Row().Matches(File.ReadAllText(Repository.PathOf("docs", "exit-codes.md")))
            .Select(row => (int.Parse(row.Groups[1].Value), row.Groups[2].Value));

        Assert.Equal(Enum.GetValues<ExitCode>().Select(code => ((int)code, ExitCodes.Meaning(code))), written);
    }

    [Fact]
    public async Task Run_EndsWithTwo_WhenTheVerbIsMisspelt()
    {
        var result = await DcaProcess.Run(folder.Path, "setings", "--json");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.False(result.Json.GetProperty("ok").GetBoolean());
        Assert.Contains("setings", result.Json.GetProperty("error").GetProperty("issues").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EndsWithTwoAndStartsNothing_WhenASettingIsUnknown()
    {
        var result = await DcaProcess.Run(folder.Path, new Dictionary<string, string> { ["DCA__Warehouse__Foldr"] = "elsewhere" }, "settings");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("did you mean 'Warehouse:Folder'?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_PrintsWhatIsInEffectAndWhereItComesFrom()
    {
        folder.Write("dca.json", """{ "Warehouse": { "Threads": 3 } }""");

        var result = await DcaProcess.Run(folder.Path, "settings", "--json");

        var threads = result.Json.GetProperty("result").EnumerateArray().Single(line => line.GetProperty("key").GetString() == "Warehouse:Threads");
        Assert.Equal(("3", "dca.json: line 1"), (threads.GetProperty("value").GetString(), threads.GetProperty("from").GetString()));
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex(@"^\| (\d+) \| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
