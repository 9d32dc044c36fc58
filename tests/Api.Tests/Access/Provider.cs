using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DemoCityAnalytics.Api.Tests.Access;

/// <summary>An OpenID Connect provider on a free port: OpenIddict without a store, which signs everyone in with the claims set here.</summary>
sealed class Provider : IAsyncDisposable
{
    public const string Client = "portal", Secret = "a secret for this test", Audience = "dca";

    readonly WebApplication app;
    readonly RsaSecurityKey key;

    Provider(WebApplication app, RsaSecurityKey key)
    {
        (this.app, this.key) = (app, key);
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";
    }

    public string Address { get; }

    /// <summary>What is said of whoever signs in or asks for a token.</summary>
    public Dictionary<string, string> Claims { get; } = new() { ["preferred_username"] = "zhang", ["role"] = "expert" };

    public static async Task<Provider> Start()
    {
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" };
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        Provider? provider = null;
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode().AllowAuthorizationCodeFlow().AllowClientCredentialsFlow().DisableScopeValidation();
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            server.AddSigningKey(key).AddEphemeralEncryptionKey().DisableAccessTokenEncryption();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client) context.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret) context.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                context.SignIn(provider!.Person(context.Request.GetScopes()));
                return default;
            }));
            server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.Request.IsClientCredentialsGrantType()) context.SignIn(provider!.Person([]));
                return default;
            }));
        });
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseAuthentication();
        await app.StartAsync();
        return provider = new Provider(app, key);
    }

    /// <summary>A token as the provider's program gets it.</summary>
    public async Task<string> Token()
    {
        using var client = new HttpClient();
        var answer = await client.PostAsync(Address + "token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = Client, ["client_secret"] = Secret }));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("access_token").GetString()!;
    }

    /// <summary>A token made by hand with the provider's key, right but for what is changed.</summary>
    public string Made(IDictionary<string, object> claims, string? issuer = null, string audience = Audience, TimeSpan? expires = null, SecurityKey? signedBy = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            IssuedAt = DateTime.UnixEpoch.AddYears(50),
            NotBefore = DateTime.UnixEpoch.AddYears(50),
            Expires = (TimeProvider.System.GetUtcNow() + (expires ?? TimeSpan.FromHours(1))).UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(signedBy ?? key, SecurityAlgorithms.RsaSha256),
        });

    ClaimsPrincipal Person(IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("test", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, "subject-1"));
        foreach (var (name, value) in Claims) identity.AddClaim(new Claim(name, value));
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken]);
        var person = new ClaimsPrincipal(identity);
        person.SetScopes(scopes);
        person.SetResources(Audience);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
