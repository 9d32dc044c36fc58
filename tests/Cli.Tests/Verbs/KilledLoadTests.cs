using System.Diagnostics;
using System.Globalization;
using DemoCityAnalytics.Cli.Tests.Running;

namespace DemoCityAnalytics.Cli.Tests.Verbs;

/// <summary>A load that is killed leaves nothing half done, and the next one leads to the same figures as if nothing had happened.</summary>
public sealed class KilledLoadTests : IDisposable
{
    const int Rows = 400_000;

    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Load_KilledInTheMiddle_ThenRunAgain_EqualsAnUndisturbedRun()
    {
        Directory.CreateDirectory(folder.File("killed"));
        Directory.CreateDirectory(folder.File("undisturbed"));
        Directory.CreateDirectory(folder.File("temporary"));
        WriteRatings(folder.File("ratings.csv"));

        Assert.NotEqual(0, await StartAndKill());
        Assert.Single(Received("killed"));
        var afterKill = await DcaProcess.Run(folder.File("killed"), "verify");
        Assert.Empty(Received("killed"));
        var killed = await Figures("killed");
        var undisturbed = await Figures("undisturbed");

        Assert.Equal((0, "5 statements hold, 0 do not"), (afterKill.ExitCode, afterKill.LastLine));
        Assert.Equal((long)Rows, killed.Read);
        Assert.Equal(undisturbed, killed);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Load_Cancelled_LeavesNothingBehind(string signal)
    {
        Directory.CreateDirectory(folder.File("cancelled"));
        Directory.CreateDirectory(folder.File("temporary"));
        WriteRatings(folder.File("ratings.csv"));

        var code = await StartAndStop("cancelled", async process =>
        {
            using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        });

        Assert.Equal(130, code);
        Assert.Empty(Received("cancelled"));
        Assert.Empty(Directory.EnumerateFiles(folder.File("temporary"), "*", SearchOption.AllDirectories));
        var loads = await DcaProcess.Run(folder.File("cancelled"), "verify");
        Assert.Contains("every archived file has its bytes (0 examined)", loads.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    Task<int> StartAndKill() => StartAndStop("killed", process =>
    {
        process.Kill(); // SIGKILL: nothing can be tidied up
        return Task.CompletedTask;
    });

    async Task<int> StartAndStop(string name, Func<Process, Task> stop)
    {
        var temporary = new Dictionary<string, string> { ["TMPDIR"] = folder.File("temporary") };
        using var process = DcaProcess.Start(folder.File(name), temporary, "load", "--source", "service_rating", folder.File("ratings.csv"), "--synthetic");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        string? line;
        do line = await process.StandardError.ReadLineAsync(limit.Token);
        while (line is not null && (!line.Contains(" rows,", StringComparison.Ordinal) || line.Contains(": 0 rows,", StringComparison.Ordinal)));
        Assert.True(line is not null, "The load ended before it showed any progress; it must be given more rows.");
        await stop(process);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    // Bytes of files in the archive, or on their way there.
    IEnumerable<string> Received(string name) => Directory.EnumerateFiles(Path.Combine(folder.File(name), "data", "warehouse", "archive"), "*", SearchOption.AllDirectories);

    async Task<(long Read, long Accepted, string Release, string Figures)> Figures(string name)
    {
        var here = folder.File(name);
        var load = await DcaProcess.Run(here, "load", "--source", "service_rating", folder.File("ratings.csv"), "--synthetic", "--json");
        var compute = await DcaProcess.Run(here, "compute", "--json");
        var export = await DcaProcess.Run(here, "export", "--out", "figures.csv", "--json");
        Assert.Equal([0, 0, 0], new[] { load, compute, export }.Select(result => result.ExitCode));
        var file = load.Json.GetProperty("result").GetProperty("files")[0];
        // Without the times from which figures are known and the release's running number, which differ between any two runs.
        var figures = string.Join('\n', File.ReadAllLines(Path.Combine(here, "figures.csv")).Select(line => string.Join(',', line.Split(',')[..18])));
        return (file.GetProperty("rowsRead").GetInt64(), file.GetProperty("rowsAccepted").GetInt64(), compute.Json.GetProperty("result").GetProperty("release").GetString()!, figures);
    }

    /// <summary>Synthetic ratings of two cities over a year, one in a thousand without its level.</summary>
    static void WriteRatings(string file)
    {
        using var writer = new StreamWriter(file);
        writer.WriteLine("rating_id,case_no,level,channel,item,origin_kind,rated_at,fixed_at,followed_up,area,updated_at");
        for (var row = 0; row < Rows; row++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"R{row},C{row},{(row % 1000 == 7 ? "" : row % 5 + 1)},{row % 5 + 1},合成事项,1,2023-{row % 12 + 1:00}-{row % 28 + 1:00} 09:00:00,,,{(row % 2 == 0 ? 130100 : 320200)},2024-01-01 00:00:00"));
    }
}
