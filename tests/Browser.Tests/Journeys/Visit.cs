using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

/// <summary>One reader's visit: what the browser complained about and asked for is kept, and every page is looked over.</summary>
sealed class Visit(IPage page, string site, int width)
{
    /// <summary>A folder for pictures of every page visited, for looking at them; none are taken when it is not set.</summary>
    static readonly string? Pictures = Environment.GetEnvironmentVariable("DCA_SCREENSHOTS");

    static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"), ResultTypes = [ResultType.Violations, ResultType.Incomplete] };

    // The faults that one look finds on a complete page; null while it is still coming. Read in one go, so that all is said of one page.
    // A telephone shows a row as a card; a cell squeezed to one character a line would pass every other check. Its own text is looked at:
    // the cell is as high as its row, and what only a screen reader says takes no room.
    const string Faulty = """
        () => {
            if (document.readyState !== 'complete') return null;
            const root = document.documentElement, faults = [];
            const wide = root.scrollWidth - root.clientWidth;
            if (wide > 0) {
                const widest = [...document.querySelectorAll('body *')].filter(x => x.getBoundingClientRect().right > root.clientWidth + 1).pop();
                faults.push(`scrolls sideways by ${wide} px: ${widest?.outerHTML.slice(0, 120)}`);
            }
            const headings = document.querySelectorAll('h1').length;
            if (headings !== 1) faults.push(`has ${headings} first headings`);
            const narrow = [...document.querySelectorAll('main td, main tbody th, main dd')]
                .filter(cell => cell.offsetParent !== null)
                .filter(cell => {
                    const style = getComputedStyle(cell), walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                    let text = '', top = Infinity, bottom = -Infinity;
                    while (walker.nextNode()) {
                        const node = walker.currentNode, range = new Range();
                        if (node.parentElement.closest('.hidden, svg')) continue;
                        range.selectNodeContents(node);
                        const box = range.getBoundingClientRect();
                        if (box.height === 0) continue;
                        text += node.textContent;
                        top = Math.min(top, box.top);
                        bottom = Math.max(bottom, box.bottom);
                    }
                    return text.trim().length > 4 && cell.getBoundingClientRect().width < 4 * parseFloat(style.fontSize) && bottom - top > 3 * parseFloat(style.lineHeight);
                })
                .map(cell => cell.textContent.trim().slice(0, 20));
            if (narrow.length > 0) faults.push(`has cells narrower than four characters, broken over lines: ${narrow.join(', ')}`);
            return faults;
        }
        """;

    readonly List<string> complaints = [];
    int pages;

    public IPage Page => page;

    public static async Task<Visit> Start(IBrowser browser, string site, int width, ColorScheme scheme = ColorScheme.Light, string language = "zh-CN", bool script = true)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = scheme,
            Locale = language,
            JavaScriptEnabled = script,
            BaseURL = site,
        });
        var visit = new Visit(await context.NewPageAsync(), site, width);
        visit.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") visit.complaints.Add($"console: {message.Text}");
        };
        visit.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site, StringComparison.Ordinal)) visit.complaints.Add($"outside request: {request.Url}");
        };
        visit.Page.Response += (_, response) =>
        {
            if (response.Status >= 400) visit.complaints.Add($"{response.Status}: {response.Url}");
        };
        return visit;
    }

    public async Task Open(string address)
    {
        await page.GotoAsync(site + address);
        await LookOver();
    }

    /// <summary>Follows to a page that says why an act was refused; the browser's own complaint about the answer is expected.</summary>
    public async Task FollowRefused(string link)
    {
        await Arrive(link);
        Assert.NotEmpty(complaints);
        Assert.All(complaints, complaint => Assert.Contains("409", complaint, StringComparison.Ordinal));
        complaints.Clear();
        await LookOver();
    }

    public async Task Follow(string link)
    {
        await Arrive(link);
        await LookOver();
    }

    /// <summary>Follows by something other than a click.</summary>
    /// <param name="act">What leads away from the page.</param>
    /// <param name="link">What it is done to, for the message.</param>
    public async Task FollowBy(Func<Task> act, string link)
    {
        await Arrive(link, act);
        await LookOver();
    }

    Task Arrive(string link) => Arrive(link, () => page.Locator(link).First.ClickAsync());

    async Task Arrive(string link, Func<Task> act)
    {
        // A mark on the page that is left tells it from the page that comes, even when both have one address.
        await page.EvaluateAsync("document.documentElement.dataset.left = 'yes'");
        await act();
        for (var waited = 0; !await HasArrived(); waited++)
        {
            Assert.True(waited < 1200, $"{link} on {page.Url} led nowhere within two minutes");
            await Task.Delay(100);
        }
    }

    /// <summary>The page has no fault that axe finds, and none that it leaves open.</summary>
    public async Task IsAccessible() => Assert.Equal("", string.Join('\n', await Faults()));

    /// <summary>What axe finds or leaves open on the page.</summary>
    public async Task<IReadOnlyList<string>> Faults()
    {
        var found = await page.RunAxe(Rules);
        // Contrast that axe cannot judge, of a single sign or over drawn shapes, is computed from the colours themselves: ContrastTests.
        var open = found.Incomplete.Where(x => x.Id != "color-contrast");
        return [.. found.Violations.Concat(open).Select(x => $"{page.Url} at {width} px: {x.Id} ({x.Help}) in {string.Join("; ", x.Nodes.Take(3).Select(node => node.Html.Length > 160 ? node.Html[..160] : node.Html))}")];
    }

    async Task<bool> HasArrived()
    {
        try
        {
            return await page.EvaluateAsync<bool>("document.readyState === 'complete' && document.documentElement.dataset.left === undefined");
        }
        catch (PlaywrightException)
        {
            return false; // one page is going and the other not yet there
        }
    }

    async Task LookOver()
    {
        var where = $"{page.Url} at {width} px";
        Assert.True(complaints.Count == 0, $"{where}: {string.Join("; ", complaints)}");
        var faults = await Look();
        Assert.True(faults.Length == 0, $"{where}: {string.Join("; ", faults)}");
        if (Pictures is not null)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{width}-{++pages:00}-{new Uri(page.Url).AbsolutePath.Trim('/').Replace('/', '_')}.png"), FullPage = true });
    }

    // A page that waits for figures shows itself again when they are there; looked at in one go, it is one page or the other.
    async Task<string[]> Look()
    {
        for (var waited = 0; ; waited++)
        {
            try
            {
                if (await page.EvaluateAsync<string[]?>(Faulty) is { } faults) return faults;
            }
            catch (PlaywrightException gone) when (gone.Message.Contains("navigat", StringComparison.OrdinalIgnoreCase) || gone.Message.Contains("context was destroyed", StringComparison.Ordinal))
            {
                // One page is going and the other not yet there.
            }
            Assert.True(waited < 600, $"{page.Url} was not complete within a minute");
            await Task.Delay(100);
        }
    }
}
