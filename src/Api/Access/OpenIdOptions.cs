using System.ComponentModel.DataAnnotations;

namespace DemoCityAnalytics.Api.Access;

/// <summary>A value of the role claim and the role that it stands for.</summary>
public sealed class OpenIdRoleOptions
{
    /// <summary>Value of the claim, such as a group of the identity provider.</summary>
    [Required] public string Value { get; set; } = "";

    /// <summary>What its holder may see and do.</summary>
    /// <value>Default: Public.</value>
    public Role Role { get; set; } = Role.Public;
}

/// <summary>An OpenID Connect provider whose persons and programs are let in beside the accounts and keys.</summary>
public sealed class OpenIdOptions
{
    /// <summary>Address of the provider, whose <c>/.well-known/openid-configuration</c> is read.</summary>
    /// <value>Default: none, and OpenID Connect is off.</value>
    public string Authority { get; set; } = "";

    /// <summary>Name of the portal at the provider; with it persons sign in at <c>/login/openid</c>, and <c>/login/openid/callback</c> is the address to return to.</summary>
    /// <value>Default: none, and persons do not sign in by the provider.</value>
    public string ClientId { get; set; } = "";

    /// <summary>Secret of the portal at the provider, as far as it has one.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What tokens of programs must be made for; with it <c>Authorization: Bearer</c> is accepted.</summary>
    /// <value>Default: none, and no token is accepted.</value>
    public string Audience { get; set; } = "";

    /// <summary>Claim with the name that acts are recorded under.</summary>
    /// <value>Default: <c>preferred_username</c>; <c>sub</c> where a token has none.</value>
    [Required] public string NameClaim { get; set; } = "preferred_username";

    /// <summary>Claim with the role.</summary>
    /// <value>Default: <c>role</c>.</value>
    [Required] public string RoleClaim { get; set; } = "role";

    /// <summary>Claim with the area code of a city or province.</summary>
    /// <value>Default: <c>area</c>.</value>
    [Required] public string AreaClaim { get; set; } = "area";

    /// <summary>Claim with scopes, for tokens without a role: <c>read:public</c>, <c>write:city:CODE</c>, <c>review:PROVINCE</c>, <c>admin</c>.</summary>
    /// <value>Default: <c>scope</c>.</value>
    [Required] public string ScopeClaim { get; set; } = "scope";

    /// <summary>What values of the role claim stand for.</summary>
    /// <value>Default: none; the claim then holds a role's own name.</value>
    public IList<OpenIdRoleOptions> Roles { get; } = [];

    /// <summary>Whether the provider must be read over HTTPS.</summary>
    /// <value>Default: true.</value>
    public bool RequireHttps { get; set; } = true;

    internal bool SignsIn => Authority.Length > 0 && ClientId.Length > 0;

    internal bool TakesTokens => Authority.Length > 0 && Audience.Length > 0;
}
