using Microsoft.Playwright;

namespace DemoCityAnalytics.Browser.Tests.Setup;

/// <summary>The system's Chromium, started once for a class of tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    IPlaywright? playwright;
    IBrowser? browser;

    public IBrowser Browser => browser ?? throw new InvalidOperationException(ChromiumProgram.Missing);

    public async Task InitializeAsync()
    {
        if (ChromiumProgram.Path is null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ChromiumProgram.Path,
            // The sandbox needs rights that a build server's container does not give; the tests open our own pages only.
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}

/// <summary>A test that needs a browser: skipped on a machine without one, but run, and so failing, on the build server.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (ChromiumProgram.Path is null && Environment.GetEnvironmentVariable("CI") != "true") Skip = ChromiumProgram.Missing;
    }
}

/// <summary>The same for a test of several cases.</summary>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute()
    {
        if (ChromiumProgram.Path is null && Environment.GetEnvironmentVariable("CI") != "true") Skip = ChromiumProgram.Missing;
    }
}

static class ChromiumProgram
{
    public const string Missing = "No Chromium was found here; ./test.sh installs it.";

    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
