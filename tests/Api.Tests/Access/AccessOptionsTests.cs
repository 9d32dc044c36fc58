using DemoCityAnalytics.Api.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Tests.Access;

public sealed class AccessOptionsTests
{
    [Theory]
    [InlineData("Access:AnonymousRole is Expert while Api:Listen is 'http://0.0.0.0:5080'", "Access:AnonymousRole", "Expert", "Api:Listen", "http://0.0.0.0:5080")]
    [InlineData("Access:AnonymousRole is Operator", "Access:AnonymousRole", "Operator")]
    [InlineData("a City account needs an Area", "Access:Keys:0:Name", "n", "Access:Keys:0:Role", "City", "Access:Keys:0:Sha256", "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08")]
    [InlineData("Access:Keys:0", "Access:Keys:0:Name", "n", "Access:Keys:0:Sha256", "the key itself")]
    [InlineData("PasswordHash is not a PBKDF2 hash", "Access:Accounts:0:Name", "n", "Access:Accounts:0:PasswordHash", "secret")]
    public async Task Start_IsRefused(string message, params string[] settings)
    {
        var pairs = settings.Chunk(2).Select(pair => (pair[0], (string?)pair[1])).ToArray();

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => Site.Start(null, pairs));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AllowsAnExpertDoorOnLoopback()
    {
        await using var site = await Site.Start(null, ("Access:AnonymousRole", "Expert"), ("Api:Listen", "http://127.0.0.1:5080;http://[::1]:5080"));

        using var client = site.Client();
        Assert.Equal(503, (int)(await client.GetAsync("/api/v1/indicators")).StatusCode);
    }
}
