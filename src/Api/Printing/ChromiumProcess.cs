using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DemoCityAnalytics.Api.Printing;

/// <summary>
/// A running Chromium without a window, told what to do over a pipe (DevTools protocol): starting one takes seconds, printing with one that runs does not.
/// No port is opened, so nobody else on the machine can talk to it.
/// </summary>
public sealed class ChromiumProcess : IDisposable
{
    readonly Process process;
    readonly string folder = Directory.CreateTempSubdirectory("dca-chromium-").FullName;
    readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> open = new();
    readonly ConcurrentDictionary<string, TaskCompletionSource> loading = new(StringComparer.Ordinal);
    readonly SemaphoreSlim writing = new(1);
    int last;

    public ChromiumProcess(string program)
    {
        // The browser speaks on descriptors 3 and 4; a shell lays our pipes there and then becomes the browser.
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in new[]
        {
            "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", program,
            // The sandbox needs rights that services do not have; what is printed is our own page, whose policy lets nothing run and nothing be fetched.
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            $"--user-data-dir={folder}", "--remote-debugging-pipe",
        })
            start.ArgumentList.Add(argument);
        start.Environment["HOME"] = folder; // a service's own user may have no home it can write to
        process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        _ = Listen();
    }

    public bool Ended { get; private set; }

    /// <summary>Prints a page: tagged, with an outline, paper and margins as the page states them.</summary>
    public async Task<byte[]> Print(string html, CancellationToken cancel)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():n}.html");
        await File.WriteAllTextAsync(file, html, cancel);
        try
        {
            await using var page = await Open(cancel);
            await page.Go(new Uri(file), cancel);
            var pdf = await page.Call("Page.printToPDF", new() { ["printBackground"] = true, ["preferCSSPageSize"] = true, ["generateTaggedPDF"] = true, ["generateDocumentOutline"] = true }, cancel);
            return Convert.FromBase64String(Text(pdf, "data"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>An empty page.</summary>
    public async Task<ChromiumPage> Open(CancellationToken cancel)
    {
        var target = Text(await Call("Target.createTarget", new() { ["url"] = "about:blank" }, null, cancel), "targetId");
        var session = Text(await Call("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }, null, cancel), "sessionId");
        await Call("Page.enable", [], session, cancel);
        return new ChromiumPage(this, target, session);
    }

    /// <summary>Does what makes a page load, and waits until it has.</summary>
    internal async Task Load(string session, Func<Task> act, CancellationToken cancel)
    {
        var loaded = loading[session] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await act();
        await loaded.Task.WaitAsync(cancel);
        loading.TryRemove(session, out _);
    }

    internal async Task<JsonNode> Call(string method, JsonObject parameters, string? session, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref last);
        var answer = open[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Ended) throw new IOException("The browser has ended.");
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null) message["sessionId"] = session;
        await writing.WaitAsync(cancel);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(message.ToJsonString() + '\0'), CancellationToken.None);
            await process.StandardInput.BaseStream.FlushAsync(CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
        try
        {
            return await answer.Task.WaitAsync(cancel);
        }
        finally
        {
            open.TryRemove(id, out _);
        }
    }

    /// <summary>Messages end with a zero byte; a PDF comes as one of them.</summary>
    async Task Listen()
    {
        var (message, block) = (new ArrayBufferWriter<byte>(), new byte[1 << 16]);
        try
        {
            for (int read; (read = await process.StandardOutput.BaseStream.ReadAsync(block)) > 0;)
            {
                var rest = block.AsMemory(0, read);
                for (int end; (end = rest.Span.IndexOf((byte)0)) >= 0; rest = rest[(end + 1)..])
                {
                    message.Write(rest.Span[..end]);
                    Received(JsonNode.Parse(message.WrittenSpan)!);
                    message.ResetWrittenCount();
                }
                message.Write(rest.Span);
            }
        }
        catch (Exception e) when (e is IOException or JsonException or ObjectDisposedException)
        {
            // As if it had ended: whoever waits is told, and the next print starts another.
        }
        Ended = true;
        var gone = new IOException("The browser has ended.");
        foreach (var waiting in open.Values) waiting.TrySetException(gone);
        foreach (var waiting in loading.Values) waiting.TrySetException(gone);
    }

    void Received(JsonNode message)
    {
        if (message["id"] is { } id && open.TryGetValue(id.GetValue<int>(), out var waiting))
        {
            if (message["error"] is { } error) waiting.TrySetException(new IOException(error.ToJsonString()));
            else waiting.TrySetResult(message["result"]!);
        }
        else if (message["method"]?.GetValue<string>() == "Page.loadEventFired" && loading.TryGetValue(message["sessionId"]!.GetValue<string>(), out var loaded))
        {
            loaded.TrySetResult();
        }
    }

    static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        writing.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
