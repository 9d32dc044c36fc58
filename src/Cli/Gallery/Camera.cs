using System.Diagnostics;
using System.Globalization;
using SkiaSharp;

namespace DemoCityAnalytics.Cli.Gallery;

/// <summary>How a page is looked at.</summary>
sealed record Look(string Name, int Width, bool Dark)
{
    // The browser takes a window, not a page: tall enough for the longest page, and cut where it ends.
    public int Height => Width < 600 ? 16_000 : 9_000;
}

/// <summary>Takes pictures of our own pages with the system's Chromium.</summary>
sealed class Camera(string program) : IDisposable
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dca-gallery-");

    public async Task Take(string address, Look look, string file, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder.FullName };
        foreach (var argument in new[]
        {
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
            $"--user-data-dir={Path.Combine(folder.FullName, Guid.NewGuid().ToString("N"))}", $"--blink-settings=preferredColorScheme={(look.Dark ? 0 : 1)}",
            string.Create(CultureInfo.InvariantCulture, $"--window-size={look.Width},{look.Height}"), $"--screenshot={file}", address,
        })
            start.ArgumentList.Add(argument);
        start.Environment["HOME"] = folder.FullName;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        var said = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        if (!File.Exists(file)) throw new InvalidOperationException($"{program} took no picture of {address}: {await said}");
        Cut(file);
    }

    // Below the page's end every row is of one colour.
    static void Cut(string file)
    {
        using var whole = SKBitmap.Decode(file);
        var last = whole.Height - 1;
        while (last > 0 && IsPlain(whole, last)) last--;
        using var cut = new SKBitmap(whole.Width, Math.Min(whole.Height, last + 24));
        whole.ExtractSubset(cut, new SKRectI(0, 0, whole.Width, Math.Min(whole.Height, last + 24)));
        using var bytes = cut.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(file, bytes.ToArray());
    }

    static bool IsPlain(SKBitmap picture, int row)
    {
        var colours = picture.GetPixelSpan().Slice(row * picture.RowBytes, picture.Width * picture.BytesPerPixel);
        var first = colours[..picture.BytesPerPixel];
        for (var at = 0; at < colours.Length; at += picture.BytesPerPixel)
            if (!colours.Slice(at, picture.BytesPerPixel).SequenceEqual(first)) return false;
        return true;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
