using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Printing;

/// <summary>Prints pages of our own making to PDF with the system's Chromium: tagged, with outline, its text searchable.</summary>
public sealed class PdfPrinter(IOptions<ApiOptions> options, ILogger<PdfPrinter> log) : IDisposable
{
    const int AtOnce = 2;

    // A browser grows; after so many papers a fresh one takes over.
    const int MostPapers = 200;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    readonly SemaphoreSlim printing = new(AtOnce, AtOnce);
    readonly Lock choosing = new();
    Running? running;

    /// <summary>The browser that prints; null when this machine has none.</summary>
    public string? Program => options.Value.Chromium.Length > 0
        ? options.Value.Chromium
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <returns>The PDF; null when it could not be made, which is in the log.</returns>
    public async Task<byte[]?> Print(string html, CancellationToken cancel)
    {
        if (Program is not { } program) return null;
        await printing.WaitAsync(cancel);
        try
        {
            // A browser that died since the last paper is found out by this one; a second does not die for the same reason.
            return await Try(program, html, cancel) ?? await Try(program, html, cancel);
        }
        finally
        {
            printing.Release();
        }
    }

    async Task<byte[]?> Try(string program, string html, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        var mine = Take(program);
        try
        {
            return await mine.Browser.Print(html, limit.Token);
        }
        catch (Exception e) when (e is IOException || e is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            Log.PrintFailed(log, program, e is IOException ? e.Message : "took longer than a minute");
            lock (choosing) mine.Spent = true;
            return null;
        }
        finally
        {
            Return(mine);
        }
    }

    Running Take(string program)
    {
        lock (choosing)
        {
            if (running is null || running.Spent || running.Papers == MostPapers || running.Browser.Ended)
            {
                if (running is { Users: 0 } old) old.Browser.Dispose();
                running = new Running(new ChromiumProcess(program));
            }
            running.Users++;
            running.Papers++;
            return running;
        }
    }

    void Return(Running mine)
    {
        lock (choosing)
        {
            if (--mine.Users == 0 && mine != running) mine.Browser.Dispose();
        }
    }

    public void Dispose()
    {
        lock (choosing)
        {
            running?.Browser.Dispose();
            running = null;
        }
        printing.Dispose();
    }

    sealed class Running(ChromiumProcess browser)
    {
        public ChromiumProcess Browser { get; } = browser;

        public int Users { get; set; }

        public int Papers { get; set; }

        public bool Spent { get; set; }
    }
}
