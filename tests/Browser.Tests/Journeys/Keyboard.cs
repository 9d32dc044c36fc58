using Microsoft.Playwright;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

/// <summary>
/// A journey gone by keyboard alone: every control is come to by Tab, shows that it has the focus, is large enough to be hit, and is pressed
/// by key. What would be a click is counted.
/// </summary>
sealed class Keyboard(Visit visit)
{
    // What Tab stops at, in the order of the page.
    const string Stops = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
            .filter(x => x.tabIndex >= 0 && !x.disabled && x.getClientRects().length > 0)
        """;

    public IPage Page => visit.Page;

    public int Clicks { get; private set; }

    /// <summary>Presses what leads to another page.</summary>
    public async Task Follow(string target)
    {
        await Reach(target);
        Clicks++;
        await visit.FollowBy(() => Page.Keyboard.PressAsync("Enter"), target);
    }

    /// <summary>Ticks, opens or chooses something on the page.</summary>
    public async Task Press(string target, string key = "Space")
    {
        await Reach(target);
        Clicks++;
        await Page.Keyboard.PressAsync(key);
    }

    public async Task Type(string field, string text)
    {
        await Reach(field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    public async Task Choose(string field, string value)
    {
        await Reach(field);
        Clicks++;
        await Page.Locator(field).SelectOptionAsync(value);
    }

    /// <summary>Puts a file into a field; the system's own window for choosing it is not part of the page.</summary>
    public async Task PutFile(string field, string path)
    {
        await Reach(field);
        Clicks++;
        await Page.Locator(field).SetInputFilesAsync(path);
    }

    public async Task<string> Download(string target)
    {
        await Reach(target);
        Clicks++;
        var file = await Page.RunAndWaitForDownloadAsync(() => Page.Keyboard.PressAsync("Enter"));
        return await file.PathAsync() ?? throw new InvalidOperationException($"{target} gave no file.");
    }

    async Task Reach(string target)
    {
        var wanted = await Page.Locator(target).First.ElementHandleAsync();
        // From the stop before it, so that a page of four hundred links is not gone through for each.
        var reachable = await Page.EvaluateAsync<bool>($$"""
            wanted => {
                const stops = ({{Stops}})(), at = stops.indexOf(wanted);
                if (at > 0) stops[at - 1].focus(); else document.activeElement.blur();
                return at >= 0;
            }
            """, wanted);
        Assert.True(reachable, $"{target} on {Page.Url} is not reached by Tab");
        // A date field has several stops inside.
        for (var tabs = 0; tabs < 6 && !await wanted.EvaluateAsync<bool>("x => x === document.activeElement"); tabs++) await Page.Keyboard.PressAsync("Tab");
        var (focused, height) = (await wanted.EvaluateAsync<bool>("x => x.matches(':focus-visible') && getComputedStyle(x).outlineStyle !== 'none'"), await wanted.EvaluateAsync<double>("x => x.tagName === 'A' ? 24 : x.getBoundingClientRect().height"));
        Assert.True(focused, $"{target} on {Page.Url} does not show that it has the focus");
        Assert.True(height >= 24, $"{target} on {Page.Url} is {height} px high");
    }
}
