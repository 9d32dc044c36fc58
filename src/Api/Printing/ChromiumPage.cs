using System.Text.Json.Nodes;

namespace DemoCityAnalytics.Api.Printing;

/// <summary>One page of a running Chromium; what it can be told is in the DevTools protocol.</summary>
public sealed class ChromiumPage : IAsyncDisposable
{
    readonly ChromiumProcess browser;
    readonly string target;
    readonly string session;

    internal ChromiumPage(ChromiumProcess browser, string target, string session) => (this.browser, this.target, this.session) = (browser, target, session);

    public Task<JsonNode> Call(string method, JsonObject parameters, CancellationToken cancel) => browser.Call(method, parameters, session, cancel);

    /// <summary>Goes to an address and waits until the page is there with its fonts.</summary>
    public Task Go(Uri address, CancellationToken cancel) => Loaded(() => Call("Page.navigate", new() { ["url"] = address.AbsoluteUri }, cancel), cancel);

    /// <summary>Runs a script that leads to another page, such as a click on a form's button, and waits until that is there.</summary>
    public Task Follow(string script, CancellationToken cancel) => Loaded(() => Run(script, cancel), cancel);

    public Task<JsonNode> Run(string script, CancellationToken cancel) => Call("Runtime.evaluate", new() { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true }, cancel);

    async Task Loaded(Func<Task> act, CancellationToken cancel)
    {
        await browser.Load(session, act, cancel);
        await Run("document.fonts.ready.then(() => 0)", cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (!browser.Ended) await browser.Call("Target.closeTarget", new() { ["targetId"] = target }, null, CancellationToken.None);
    }
}
