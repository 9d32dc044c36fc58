using System.Net;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Access;

public sealed partial class LoginTests
{
    [Fact]
    public async Task Login_OpensThePagesOfTheRole_AndLogoutClosesThem()
    {
        await using var closed = await Closed.Start();
        using var browser = closed.Browser();

        var led = await browser.GetAsync("/cities/130100/scorecard");
        Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
        Assert.Equal("/login?ReturnUrl=%2Fcities%2F130100%2Fscorecard", led.Headers.Location!.PathAndQuery);

        var entered = await Submit(browser, "/login", ("name", "City"), ("password", ClosedSite.Password), ("returnUrl", "/cities/130100/scorecard"));
        Assert.Equal("/cities/130100/scorecard", entered.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/cities/130100/scorecard")).StatusCode);

        await Submit(browser, "/logout");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/cities/130100/scorecard")).StatusCode);
    }

    [Theory]
    [InlineData("City", "wrong")]
    [InlineData("nobody", "wrong")]
    public async Task Login_IsRefused_WithoutSayingWhatWasWrong(string name, string password)
    {
        await using var closed = await Closed.Start();
        using var browser = closed.Browser();

        var page = await (await Submit(browser, "/login", ("name", name), ("password", password))).Content.ReadAsStringAsync();

        Assert.Contains("账户或密码不正确", page, StringComparison.Ordinal);
        Assert.DoesNotContain(password, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_LeadsNowhereElse()
    {
        await using var closed = await Closed.Start();
        using var browser = closed.Browser();

        var entered = await Submit(browser, "/login", ("name", "Expert"), ("password", ClosedSite.Password), ("returnUrl", "https://elsewhere.example/"));

        Assert.Equal("/", entered.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Login_WithoutTheFormsToken_IsRefused()
    {
        await using var closed = await Closed.Start();
        using var browser = closed.Browser();

        var answer = await browser.PostAsync("/login", new FormUrlEncodedContent([KeyValuePair.Create("name", "Expert"), KeyValuePair.Create("password", ClosedSite.Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Login_TooOften_IsHeldBack()
    {
        await using var closed = await Closed.Start();
        using var browser = closed.Browser();
        for (var i = 0; i < 4; i++) await Submit(browser, "/login", ("name", "Expert"), ("password", "guess"));

        var held = await Submit(browser, "/login", ("name", "Expert"), ("password", "guess"));

        Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
        Assert.Equal("60", held.Headers.RetryAfter!.ToString());
    }

    static async Task<HttpResponseMessage> Submit(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await browser.GetStringAsync(path)).Groups[1].Value;
        return await browser.PostAsync(path, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(x => KeyValuePair.Create(x.Item1, x.Item2))));
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>A closed site of its own, because login attempts are counted per site.</summary>
    sealed class Closed : IAsyncDisposable
    {
        readonly ClosedSite site = new();

        public static async Task<Closed> Start()
        {
            var closed = new Closed();
            await closed.site.InitializeAsync();
            return closed;
        }

        public HttpClient Browser()
        {
            var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(site.Site.Address) };
            browser.DefaultRequestHeaders.Add("Accept", "text/html");
            browser.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
            return browser;
        }

        public async ValueTask DisposeAsync() => await site.DisposeAsync();
    }
}
