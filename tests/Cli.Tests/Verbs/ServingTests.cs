using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DemoCityAnalytics.Cli.Tests.Running;

namespace DemoCityAnalytics.Cli.Tests.Verbs;

/// <summary>The processes that go on running, started for real, and stopped as a service manager stops them.</summary>
public sealed class ServingTests : IDisposable
{
    const string OperatorKey = "a key for this test";

    readonly TemporaryFolder folder = new();
    readonly List<Process> started = [];
    readonly Dictionary<string, string> settings = new()
    {
        ["DCA__Api__Listen"] = $"http://127.0.0.1:{FreePort()}",
        ["DCA__Access__Keys__0__Name"] = "test",
        ["DCA__Access__Keys__0__Sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(OperatorKey))),
        ["DCA__Access__Keys__0__Role"] = "Operator",
    };

    [Fact]
    public async Task Serve_AnswersAndRunsTheJobs_WithTheDashboardBehindALogin()
    {
        var process = Start("serve", "--json");
        var document = await FirstDocument(process);
        var stranger = await Get("/jobs/dashboard");
        var person = await Get("/jobs/dashboard", ("Accept", "text/html"));
        var known = await Get("/jobs/dashboard", ("X-Api-Key", OperatorKey));
        var recurring = await Get("/jobs/dashboard/recurring", ("X-Api-Key", OperatorKey));

        Assert.Equal("serve", document.GetProperty("verb").GetString());
        Assert.Equal(HttpStatusCode.OK, (await Get("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, "/login"), (person.StatusCode, person.Headers.Location!.AbsolutePath));
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Contains("Asia/Shanghai", await recurring.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await Stop(process));
    }

    [Fact]
    public async Task Api_RunsBesideAWorker_AndHasNoDashboard()
    {
        var worker = Start("worker", "--json");
        var jobs = await FirstDocument(worker);
        var api = Start("api", "--json");
        await FirstDocument(api);
        var secondWorker = await DcaProcess.Run(folder.Path, settings, "worker");

        Assert.Equal(["load", "screen", "train", "compute", "publish", "verify"], jobs.GetProperty("result").GetProperty("timetable").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await Get("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/jobs/dashboard", ("X-Api-Key", OperatorKey))).StatusCode);
        Assert.Equal(4, secondWorker.ExitCode);
        Assert.Equal((0, 0), (await Stop(api), await Stop(worker)));
    }

    [Fact]
    public async Task Serve_EndsWithTwo_WhenTheAccessSettingsOpenADoor()
    {
        settings["DCA__Api__Listen"] = "http://0.0.0.0:5999";
        settings["DCA__Access__AnonymousRole"] = "Expert";

        var result = await DcaProcess.Run(folder.Path, settings, "serve");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Access:AnonymousRole", result.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var process in started)
        {
            if (!process.HasExited) process.Kill(); // a test that failed must not leave its server behind
            process.WaitForExit();
            process.Dispose();
        }
        folder.Dispose();
    }

    Process Start(params string[] arguments)
    {
        started.Add(DcaProcess.Start(folder.Path, settings, arguments));
        return started[^1];
    }

    static async Task<JsonElement> FirstDocument(Process process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var text = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            text.AppendLine(line);
            if (line != "}") continue;
            var document = JsonDocument.Parse(text.ToString()).RootElement;
            Assert.True(document.GetProperty("ok").GetBoolean(), text.ToString());
            return document;
        }
        throw new InvalidOperationException(text + await process.StandardError.ReadToEndAsync(limit.Token));
    }

    async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, settings["DCA__Api__Listen"] + path);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await client.SendAsync(request);
    }

    static async Task<int> Stop(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return process.ExitCode;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
