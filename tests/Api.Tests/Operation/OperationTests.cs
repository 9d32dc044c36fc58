using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Operation;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Jobs.Tests.PostgreSql;
using DemoCityAnalytics.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

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

    [Fact]
    public void Ready_TurnsRedWithinFiveSeconds_ByItsOwnLimits() => Assert.InRange(Readiness.Patience + Readiness.Kept, TimeSpan.Zero, TimeSpan.FromSeconds(5));

    [PostgreSqlFact]
    public async Task Ready_TurnsRed_WhenTheDatabaseIsLost_AndFiguresStayReadable()
    {
        var server = new PostgreSqlServer();
        await server.InitializeAsync();
        await using var site = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"), ("State:ConnectionString", server.ConnectionString));
        using var client = site.Client();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/rounds")).StatusCode);

        await server.DisposeAsync(); // stopped in the middle of what it did, its files gone
        var red = await client.GetAsync("/health/ready");
        for (var waited = 0; red.IsSuccessStatusCode && waited < 60; waited++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            red = await client.GetAsync("/health/ready");
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, red.StatusCode);
        Assert.Contains("State:ConnectionString", await red.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var rounds = await client.GetAsync("/api/v1/rounds");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, rounds.StatusCode);
        Assert.Contains("/docs/problems/database-lost", await rounds.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/observations?indicator=E05")).StatusCode);
        foreach (var page in new[] { "/", "/cities/130100", "/cities/130100/scorecard" }) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task Traces_AreSentToTheCollector_WithTheNumberThatErrorsName()
    {
        var received = new ConcurrentQueue<(string Path, string? Type, byte[] Body)>();
        await using var collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((request.Path, request.ContentType, body.ToArray()));
        });
        await collector.StartAsync();
        string trace;
        await using (var site = await Site.Start(folder => SampleRelease.Publish(folder), ("Access:AnonymousRole", "Expert"), ("Api:OtlpEndpoint", collector.Urls.Single())))
        {
            using var client = site.Client();
            await client.GetAsync("/health/live");
            var answer = await client.GetAsync("/api/v1/indicators/E99");
            trace = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("traceId").GetString()!;
        } // what waits is sent when the service ends

        Assert.NotEmpty(received);
        Assert.All(received, x => Assert.Equal(("/v1/traces", "application/x-protobuf"), (x.Path, x.Type)));
        var spans = received.SelectMany(x => x.Body).ToArray();
        Assert.True(spans.AsSpan().IndexOf(Convert.FromHexString(trace)) > 0, "The request's trace was not sent.");
        Assert.True(spans.AsSpan().IndexOf("/api/v1/indicators/{code}"u8) > 0);
        Assert.True(spans.AsSpan().IndexOf("/health"u8) < 0);
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
