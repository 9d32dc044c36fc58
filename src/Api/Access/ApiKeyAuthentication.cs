using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Access;

/// <summary>Knows programs by the SHA-256 of the key they send in <c>X-Api-Key</c>.</summary>
sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory log, UrlEncoder encoder, IOptions<AccessOptions> access)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, log, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Header = "X-Api-Key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var sent)) return Task.FromResult(AuthenticateResult.NoResult());
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(sent.ToString()));
        // Every key is compared, in constant time each, so that timing tells nothing about the stored ones.
        ApiKeyOptions? found = null;
        foreach (var key in access.Value.Keys)
            if (CryptographicOperations.FixedTimeEquals(hash, Convert.FromHexString(key.Sha256))) found = key;
        if (found is null) return Task.FromResult(AuthenticateResult.Fail("unknown key"));
        var principal = StatedAccessHandler.Principal(new Reader(found.Name, found.Role, found.Area), SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName)));
    }
}
