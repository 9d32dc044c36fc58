using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Printing;

/// <summary>Prints pages of our own making to PDF with the system's Chromium: tagged, with outline, its text searchable.</summary>
public sealed class PdfPrinter(IOptions<ApiOptions> options, ILogger<PdfPrinter> log) : IDisposable
{
    const int AtOnce = 2;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    readonly SemaphoreSlim printing = new(AtOnce, AtOnce);

    /// <summary>The browser that prints; null when this machine has none.</summary>
    public string? Program => options.Value.Chromium.Length > 0
        ? options.Value.Chromium
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <returns>The PDF; null when it could not be made, which is in the log.</returns>
    public async Task<byte[]?> Print(string html, CancellationToken cancel)
    {
        if (Program is not { } program) return null;
        var folder = Directory.CreateTempSubdirectory("dca-print-");
        await printing.WaitAsync(cancel);
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, cancel);
            return await Run(program, folder.FullName, page, pdf, cancel) && File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancel) : null;
        }
        finally
        {
            printing.Release();
            folder.Delete(recursive: true);
        }
    }

    async Task<bool> Run(string program, string folder, string page, string pdf, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in new[]
        {
            // The sandbox needs rights that services do not have; what is printed is our own page, whose policy lets nothing run and nothing be fetched.
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            $"--user-data-dir={folder}", "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf",
            $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
        })
            start.ArgumentList.Add(argument);
        start.Environment["HOME"] = folder; // a service's own user may have no home it can write to
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        var (said, answered) = (process.StandardError.ReadToEndAsync(limit.Token), process.StandardOutput.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            Log.PrintFailed(log, program, "took longer than a minute");
            return false;
        }
        if (process.ExitCode == 0) return true;
        Log.PrintFailed(log, program, (await said).Trim() + (await answered).Trim());
        return false;
    }

    public void Dispose() => printing.Dispose();
}
