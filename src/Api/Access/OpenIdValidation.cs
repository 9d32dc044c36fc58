using System.Globalization;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Access;

/// <summary>Refuses to start with a provider that could not work.</summary>
sealed class OpenIdValidation : IValidateOptions<OpenIdOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenIdOptions options)
    {
        var issues = (options.Authority.Length == 0 ? WithoutAuthority(options) : WithAuthority(options)).ToList();
        return issues.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(issues);
    }

    static IEnumerable<string> WithoutAuthority(OpenIdOptions options)
    {
        var stated = new[] { (nameof(options.ClientId), options.ClientId.Length > 0), (nameof(options.ClientSecret), options.ClientSecret.Length > 0), (nameof(options.Audience), options.Audience.Length > 0), (nameof(options.Roles), options.Roles.Count > 0) }
            .Where(x => x.Item2).Select(x => x.Item1).ToList();
        if (stated.Count > 0) yield return $"OpenId: {string.Join(", ", stated)} is given but no Authority; state the provider's address, or leave all of OpenId out.";
    }

    static IEnumerable<string> WithAuthority(OpenIdOptions options)
    {
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            yield return $"OpenId:Authority is '{options.Authority}'; expected an address such as https://login.example.org.";
        else if (options.RequireHttps && address.Scheme != "https")
            yield return $"OpenId:Authority is '{options.Authority}', which is not HTTPS; use https, or set OpenId:RequireHttps to false on a closed network.";
        if (options.ClientId.Length == 0 && options.Audience.Length == 0)
            yield return "OpenId: neither ClientId nor Audience is given; ClientId lets persons sign in, Audience lets programs send tokens.";
        if (options.ClientSecret.Length > 0 && options.ClientId.Length == 0) yield return "OpenId: ClientSecret is given but no ClientId; state both, or neither.";
        foreach (var (role, i) in options.Roles.Select((role, i) => (role, i)))
            if (role.Value.Length == 0) yield return string.Create(CultureInfo.InvariantCulture, $"OpenId:Roles:{i}: Value is empty; expected a value of the claim '{options.RoleClaim}'.");
    }
}
