using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using DemoCityAnalytics.Api.Tests.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace DemoCityAnalytics.Api.Tests.Access;

/// <summary>A provider and a closed site that trusts it.</summary>
public sealed class OpenIdSite : IAsyncLifetime
{
    internal Provider Provider { get; private set; } = null!;

    internal Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Provider = await Provider.Start();
        Site = await Site.Start(folder => SampleRelease.Publish(folder),
            ("OpenId:Authority", Provider.Address), ("OpenId:ClientId", Provider.Client), ("OpenId:ClientSecret", Provider.Secret), ("OpenId:Audience", Provider.Audience), ("OpenId:RequireHttps", "false"),
            ("OpenId:Roles:0:Value", "expert"), ("OpenId:Roles:0:Role", "Expert"), ("OpenId:Roles:1:Value", "bureau-clerks"), ("OpenId:Roles:1:Role", "City"));
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        await Provider.DisposeAsync();
    }
}

public sealed class OpenIdTests(OpenIdSite open) : IClassFixture<OpenIdSite>
{
    const string Scorecard = "/api/v1/cities/130100/scorecard";

    [Fact]
    public async Task Token_OfTheProvider_IsAccepted() => Assert.Equal(HttpStatusCode.OK, await Ask(await open.Provider.Token(), Scorecard));

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("key")]
    [InlineData("role")]
    [InlineData("no role")]
    [InlineData("city without area")]
    public async Task Token_IsRefused_WhenSomethingIsWrong(string wrong)
    {
        using var foreign = RSA.Create(2048);
        var expert = Claims(("role", "expert"));
        var token = wrong switch
        {
            "issuer" => open.Provider.Made(expert, issuer: "https://elsewhere.example/"),
            "audience" => open.Provider.Made(expert, audience: "another"),
            "expired" => open.Provider.Made(expert, expires: TimeSpan.FromMinutes(-5)),
            "key" => open.Provider.Made(expert, signedBy: new RsaSecurityKey(foreign) { KeyId = "test" }),
            "role" => open.Provider.Made(Claims(("role", "cleaner"), ("scope", "admin"))),
            "no role" => open.Provider.Made(Claims()),
            _ => open.Provider.Made(Claims(("role", "bureau-clerks"))),
        };

        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(token, "/api/v1/cities"));
        Assert.Equal(HttpStatusCode.OK, await Ask(open.Provider.Made(expert), "/api/v1/cities"));
    }

    [Theory]
    [InlineData("role", "bureau-clerks", "130100", Scorecard, HttpStatusCode.OK)]
    [InlineData("role", "bureau-clerks", "130200", Scorecard, HttpStatusCode.Forbidden)]
    [InlineData("scope", "openid review:130000", null, Scorecard, HttpStatusCode.OK)]
    [InlineData("scope", "review:510000", null, Scorecard, HttpStatusCode.Forbidden)]
    [InlineData("scope", "write:city:130100", null, Scorecard, HttpStatusCode.OK)]
    [InlineData("scope", "read:public", null, "/api/v1/cities", HttpStatusCode.OK)]
    [InlineData("scope", "read:public", null, Scorecard, HttpStatusCode.Forbidden)]
    [InlineData("scope", "admin", null, "/metrics", HttpStatusCode.OK)]
    public async Task Claims_DecideRoleAndArea(string claim, string value, string? area, string address, HttpStatusCode expected) =>
        Assert.Equal(expected, await Ask(open.Provider.Made(area is null ? Claims((claim, value)) : Claims((claim, value), ("area", area))), address));

    [Fact]
    public async Task Person_SignsInByTheProvider_AndComesBackToTheirPage()
    {
        using var browser = Browser();
        Assert.Contains("/login/openid?returnUrl=%2Fcities%2F130100%2Fscorecard", await browser.GetStringAsync("/cities/130100/scorecard"), StringComparison.Ordinal);

        var arrived = await browser.GetAsync("/login/openid?returnUrl=%2Fcities%2F130100%2Fscorecard");

        Assert.Equal((HttpStatusCode.OK, "/cities/130100/scorecard"), (arrived.StatusCode, arrived.RequestMessage!.RequestUri!.PathAndQuery));
        Assert.Contains("zhang（专家）", await arrived.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_WithoutARole_IsTold()
    {
        await using var provider = await Provider.Start();
        provider.Claims["role"] = "cleaner";
        await using var site = await Site.Start(null, ("OpenId:Authority", provider.Address), ("OpenId:ClientId", Provider.Client), ("OpenId:ClientSecret", Provider.Secret), ("OpenId:RequireHttps", "false"));
        using var browser = Browser(site);

        var arrived = await browser.GetAsync("/login/openid?returnUrl=%2F");

        Assert.Equal("/login?refused=openid", arrived.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Contains("没有给您分配本平台的角色", await arrived.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OpenId:ClientId", "portal", "ClientId is given but no Authority")]
    [InlineData("OpenId:Authority", "https://login.example.org", "neither ClientId nor Audience")]
    [InlineData("OpenId:Authority", "http://login.example.org", "not HTTPS")]
    [InlineData("OpenId:Authority", "login", "expected an address such as")]
    public async Task Start_IsRefused_WithIncompleteSettings(string key, string value, string expected)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Site.Start(null, (key, value)));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    static Dictionary<string, object> Claims(params (string Name, string Value)[] claims) =>
        claims.Append(("sub", "subject-1")).ToDictionary(x => x.Item1, x => (object)x.Item2, StringComparer.Ordinal);

    async Task<HttpStatusCode> Ask(string token, string address)
    {
        using var client = open.Site.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await client.GetAsync(address)).StatusCode;
    }

    HttpClient Browser(Site? site = null)
    {
        var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri((site ?? open.Site).Address) };
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        browser.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        return browser;
    }
}
