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
        await shown.Call("Emulation.setLocaleOverride", new() { ["locale"] = look.Language == "zh" ? "zh-CN" : "en-GB" }, limit.Token);
        await shown.Call("Emulation.setEmulatedMedia", new()
        {
            ["media"] = look.OnPaper ? "print" : "screen", ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = look.Dark ? "dark" : "light" }),
        }, limit.Token);
        if (key is not null)
        {
            await shown.Call("Network.enable", [], limit.Token);
            await shown.Call("Network.setExtraHTTPHeaders", new() { ["headers"] = new JsonObject { ["X-Api-Key"] = key } }, limit.Token);
        }
        await Window(shown, look.Width, 900, limit.Token);
        await shown.Go(new Uri(site, page.In(look.Language)), limit.Token);
        foreach (var script in page.Acts) await shown.Follow(script, limit.Token);

        // What is out of sight is not laid out until the window is as high as the page.
        for (int height = 0, found; (found = await Height(shown, limit.Token)) != height; height = found) await Window(shown, look.Width, found, limit.Token);
        var (parts, end) = (new List<byte[]>(), await Height(shown, limit.Token));
        for (var top = 0; top < end; top += LongestPart)
        {
            var clip = new JsonObject { ["x"] = 0, ["y"] = top, ["width"] = look.Width, ["height"] = Math.Min(LongestPart, end - top), ["scale"] = 1 };
            parts.Add(Convert.FromBase64String((await shown.Call("Page.captureScreenshot", new() { ["clip"] = clip, ["captureBeyondViewport"] = true }, limit.Token))["data"]!.GetValue<string>()));
        }
        return parts;
    }

    static Task Window(ChromiumPage page, int width, int height, CancellationToken cancel) =>
        page.Call("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false }, cancel);

    // The body's foot rather than the document's height, which is never less than the window's.
    static async Task<int> Height(ChromiumPage page, CancellationToken cancel) =>
        (int)Math.Ceiling((await page.Run("document.body.getBoundingClientRect().bottom", cancel))["result"]!["value"]!.GetValue<double>());

    public void Dispose() => browser.Dispose();
}
