using DemoCityAnalytics.Browser.Tests.Journeys;
using Microsoft.Playwright;

namespace DemoCityAnalytics.Browser.Tests.Accessibility;

/// <summary>
/// Light and dark, desk and telephone, both languages. Two of the eight together cover each choice; with <c>DCA_MATRIX=all</c> every one is gone
/// through (tests/browser/matrix.sh).
/// </summary>
static class Matrix
{
    static readonly bool Whole = Environment.GetEnvironmentVariable("DCA_MATRIX") == "all";

    static readonly (int Width, ColorScheme Scheme, string Language)[] Views = Whole
        ? [.. from width in new[] { 1280, 360 } from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } from language in new[] { "zh-CN", "en" } select (width, scheme, language)]
        : [(1280, ColorScheme.Light, "zh-CN"), (360, ColorScheme.Dark, "en")];

    /// <summary>Opens every page in every view; none may have a fault that axe finds, or one that it leaves open.</summary>
    public static async Task Walk(Func<int, ColorScheme, string, Task<Visit>> start, IReadOnlyList<string> pages)
    {
        var faults = new List<string>();
        foreach (var (width, scheme, language) in Views)
        {
            var visit = await start(width, scheme, language);
            foreach (var address in pages)
            {
                await visit.Open(address);
                faults.AddRange(await visit.Faults());
                if (Whole) await File.AppendAllTextAsync(Environment.GetEnvironmentVariable("DCA_MATRIX_FILE")!, $"{address} {width} {scheme} {language}\n");
            }
            await visit.Page.Context.CloseAsync();
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
