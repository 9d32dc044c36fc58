using System.Globalization;
using System.Text.Json.Nodes;
using DemoCityAnalytics.Api.Printing;

namespace DemoCityAnalytics.Cli.Gallery;

/// <summary>How a page is looked at.</summary>
/// <param name="OnPaper">As it is printed.</param>
sealed record Look(string Name, string Language, int Width, bool Dark = false, bool OnPaper = false);

/// <summary>Takes pictures of our own pages with the system's Chromium. A long page is taken in parts.</summary>
sealed class Camera(string program, Uri site) : IDisposable
{
    // Above this a browser without a graphics card draws nothing.
    const int LongestPart = 8_000;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    readonly ChromiumProcess browser = new(program);

    /// <param name="page">What to show.</param>
    /// <param name="look">How.</param>
    /// <param name="key">Key of the office whose eyes it is seen with; null for the public.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <returns>PNG files, from the top of the page to its end.</returns>
    public async Task<IReadOnlyList<byte[]>> Take(GalleryPage page, Look look, string? key, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        await using var shown = await browser.Open(limit.Token);
        await shown.Call("Emulation.setScrollbarsHidden", new() { ["hidden"] = true }, limit.Token);
        await shown.Call("Emulation.setEmulatedMedia", new()
        {
            ["media"] = look.OnPaper ? "print" : "screen",
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = look.Dark ? "dark" : "light" }),
        }, limit.Token);
        if (key is not null)
        {
            await shown.Call("Network.enable", [], limit.Token);
            await shown.Call("Network.setExtraHTTPHeaders", new() { ["headers"] = new JsonObject { ["X-Api-Key"] = key } }, limit.Token);
        }
        await Window(shown, look.Width, 900, limit.Token);
        await shown.Go(new Uri(site, page.In(look.Language)), limit.Token);
        foreach (var script in page.Acts) await shown.Follow(script, limit.Token);

        // Sections that are laid out only when they come into sight would change the page's height on the way down.
        await shown.Run("document.querySelectorAll('*').forEach(part => { if (getComputedStyle(part).contentVisibility === 'auto') part.style.contentVisibility = 'visible'; })", limit.Token);
        var (parts, end) = (new List<byte[]>(), await Height(shown, limit.Token));
        for (var top = 0; top < end; top += LongestPart)
        {
            await Window(shown, look.Width, Math.Min(LongestPart, end - top), limit.Token);
            await shown.Run($"scrollTo(0, {top.ToString(CultureInfo.InvariantCulture)})", limit.Token);
            await Drawn(shown, limit.Token);
            parts.Add(Convert.FromBase64String((await shown.Call("Page.captureScreenshot", [], limit.Token))["data"]!.GetValue<string>()));
        }
        return parts;
    }

    static Task Window(ChromiumPage page, int width, int height, CancellationToken cancel) =>
        page.Call("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false }, cancel);

    static Task Drawn(ChromiumPage page, CancellationToken cancel) => page.Run("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(0))))", cancel);

    // The body's foot rather than the document's height, which is never less than the window's.
    static async Task<int> Height(ChromiumPage page, CancellationToken cancel) =>
        (int)Math.Ceiling((await page.Run("document.body.getBoundingClientRect().bottom + scrollY", cancel))["result"]!["value"]!.GetValue<double>());

    public void Dispose() => browser.Dispose();
}
