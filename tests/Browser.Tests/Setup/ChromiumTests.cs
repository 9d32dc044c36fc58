namespace DemoCityAnalytics.Browser.Tests.Setup;

public sealed class ChromiumTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Without a Chinese font every character is the same empty box, and no later test of a page would notice.</summary>
    [ChromiumFact]
    public async Task Browser_DrawsChineseCharactersDifferently()
    {
        var page = await chromium.Browser.NewPageAsync();

        var drawn = await page.EvaluateAsync<string[]>("""
            () => [...'就业服务'].map(character => {
                const canvas = document.createElement('canvas');
                const context = canvas.getContext('2d');
                context.font = '40px sans-serif';
                context.fillText(character, 10, 60);
                return canvas.toDataURL();
            })
            """);

        Assert.Equal(4, drawn.Distinct().Count());
    }
}
