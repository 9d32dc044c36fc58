using DemoCityAnalytics.Cli.Tests.Running;

namespace DemoCityAnalytics.Cli.Tests.Verbs;

public sealed class DemoTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task DemoOnce_LeadsFromNothingToAScorecard_AndAgainToTheSameRelease()
    {
        var first = await DcaProcess.Run(folder.Path, "demo", "--once");
        var second = await DcaProcess.Run(folder.Path, "demo", "--once", "--json");

        Assert.True(first.ExitCode == 0, first.Error);
        var lines = first.Output.TrimEnd().Split('\n');
        // The second release has the forecasts, which are made of the first.
        Assert.Matches("^Release R2-[0-9a-f]{16} \\(合成数据 / synthetic data\\)$", lines[0]);
        Assert.StartsWith("【合成数据】2025年1—12月，唐山市列入评估", lines[1], StringComparison.Ordinal);
        var report = File.ReadAllText(lines[2]["Report: ".Length..]);
        Assert.Contains("合成数据", report, StringComparison.Ordinal);
        Assert.Contains(lines[1]["【合成数据】".Length..], report, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", report, StringComparison.Ordinal); // nothing is loaded from elsewhere
        Assert.DoesNotContain("<script", report, StringComparison.Ordinal);
        Assert.Equal(lines[0].Split(' ')[1], second.Json.GetProperty("result").GetProperty("release").GetString());
    }

    public void Dispose() => folder.Dispose();
}
