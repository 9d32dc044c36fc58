using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Tests;

namespace DemoCityAnalytics.Api.Tests.Operation;

public sealed partial class OperationTests(ClosedSite closed) : IClassFixture<ClosedSite>
{
    [Fact]
    public async Task Metrics_AreForOperators_AndNameTheRelease()
    {
        using var nobody = closed.Site.Client();
        using var operators = closed.Site.Client(ClosedSite.Key(Role.Operator));
        await operators.GetAsync("/api/v1/cities");

        var metrics = await operators.GetStringAsync("/metrics");

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/metrics")).StatusCode);
        foreach (var name in new[] { "dca_release_number", "dca_release_age_seconds", "dca_release_inputs", "dca_answers_total", "http_server_request_duration" })
            Assert.Contains("\n" + name, metrics, StringComparison.Ordinal);
        Assert.Matches(ReleaseNumber(), metrics);
        Assert.DoesNotContain("130100", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_TurnsRed_WhenTheReleaseIsGone()
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"));
        using var client = site.Client();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);

        Directory.Move(Path.Combine(site.Folder, "releases"), Path.Combine(site.Folder, "lost"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    public static TheoryData<string, string> Snippets()
    {
        var data = new TheoryData<string, string>();
        foreach (Match block in Block().Matches(File.ReadAllText(Repository.PathOf("docs", "clients.md")))) data.Add(block.Groups[1].Value, block.Groups[2].Value);
        return data;
    }

    /// <summary>What the page for other programs says is run as it is printed.</summary>
    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task Snippet_RunsAsPrinted(string language, string text)
    {
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"));
        var folder = Directory.CreateTempSubdirectory("dca-snippet-");
        try
        {
            var start = new ProcessStartInfo(language == "python" ? "python3" : "bash", language == "python" ? ["-c", text] : ["-e", "-o", "pipefail", "-c", text])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment = { ["DCA"] = site.Address.TrimEnd('/') },
            };
            using var run = Process.Start(start)!;
            var said = run.StandardOutput.ReadToEndAsync();
            var errors = await run.StandardError.ReadToEndAsync();
            await run.WaitForExitAsync();
            Assert.True(run.ExitCode == 0, $"{text}\nended with {run.ExitCode}: {await said}{errors}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("```(sh|python)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("dca_release_number(\\{[^}]*\\})? 1\\b")]
    private static partial Regex ReleaseNumber();
}
