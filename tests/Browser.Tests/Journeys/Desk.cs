using System.Net.Sockets;
using System.Net;
using System.Diagnostics;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Api.Tests.Rounds;
using DemoCityAnalytics.Cli.Tests.Running;
using DemoCityAnalytics.Browser.Tests.Setup;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

/// <summary><c>dca serve</c> as a process of its own over a warehouse of its own, with an account for a city and one for the operator; it can be killed and started again.</summary>
sealed class Desk : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Dictionary<string, string> settings;
    Process? process;

    Desk(int city)
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        settings = new Dictionary<string, string>
        {
            ["DCA__Api__Listen"] = Address,
            ["DCA__Warehouse__Folder"] = Warehouse,
            ["DCA__Identity__KeyFile"] = Path.Combine(Warehouse, "identity.key"),
            ["DCA__Access__AnonymousRole"] = "Public",
        };
        foreach (var (name, role, area, i) in new[] { ("clerk", "City", $"{city}", 0), ("operator-1", "Operator", "", 1) })
        {
            settings[$"DCA__Access__Accounts__{i}__Name"] = name;
            settings[$"DCA__Access__Accounts__{i}__PasswordHash"] = RoundSite.LoginHash;
            settings[$"DCA__Access__Accounts__{i}__Role"] = role;
            if (area.Length > 0) settings[$"DCA__Access__Accounts__{i}__Area"] = area;
        }
    }

    public string Address { get; }

    public string Warehouse => folder.File("warehouse");

    public string Files => folder.Path;

    /// <param name="warehouse">A warehouse to begin with; empty for none.</param>
    /// <param name="city">The area of the account <c>clerk</c>.</param>
    public static async Task<Desk> Start(string? warehouse, int city)
    {
        var desk = new Desk(city);
        if (warehouse is null) Directory.CreateDirectory(desk.Warehouse);
        else RoundSite.Copy(warehouse, desk.Warehouse);
        await desk.Start();
        return desk;
    }

    public async Task Start()
    {
        process = DcaProcess.Start(folder.Path, settings, "serve");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        for (var waited = 0; ; waited++)
        {
            try
            {
                if ((await client.GetAsync(Address + "/health/live")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // not there yet
            }
            Assert.True(waited < 600 && !process.HasExited, "dca serve did not answer within two minutes");
            await Task.Delay(200);
        }
    }

    /// <summary>SIGKILL: nothing can be tidied up.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async Task<Visit> LogIn(Chromium chromium, string name, string to = "/")
    {
        var visit = await Visit.Start(chromium.Browser, Address, 1280);
        await visit.Open("/login?ReturnUrl=" + Uri.EscapeDataString(to));
        await visit.Page.FillAsync("#name", name);
        await visit.Page.FillAsync("#password", ClosedSite.Password);
        await visit.Follow(".login button");
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await Kill();
        folder.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
