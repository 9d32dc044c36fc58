using System.Globalization;
using System.Security.Claims;

namespace DemoCityAnalytics.Api.Access;

/// <summary>Who a provider's claims stand for here. Whoever they give no role is nobody.</summary>
static class OpenIdReader
{
    public static Reader? Of(ClaimsPrincipal user, OpenIdOptions options)
    {
        var name = user.FindFirstValue(options.NameClaim) ?? user.FindFirstValue("sub");
        if (string.IsNullOrEmpty(name)) return null;
        var (role, area) = user.FindAll(options.RoleClaim).Select(claim => RoleOf(claim.Value, options)).OfType<Role>().Select(role => ((Role?)role, Area(user.FindFirstValue(options.AreaClaim)))).FirstOrDefault();
        // Scopes count only where the provider states no role at all.
        if (role is null && !user.HasClaim(claim => claim.Type == options.RoleClaim))
            (role, area) = user.FindAll(options.ScopeClaim).SelectMany(claim => claim.Value.Split(' ')).Select(ScopeOf).OrderByDescending(x => x.Role).FirstOrDefault();
        return role is not { } known || known is Role.City or Role.Province && area is null ? null : new Reader(name, known, area);
    }

    static Role? RoleOf(string value, OpenIdOptions options) => options.Roles.Count > 0
        ? options.Roles.FirstOrDefault(x => x.Value == value)?.Role
        : Enum.GetValues<Role>().Where(role => role.ToString().Equals(value, StringComparison.OrdinalIgnoreCase)).Select(role => (Role?)role).FirstOrDefault();

    static (Role? Role, int? Area) ScopeOf(string scope) => scope.Split(':') switch
    {
        ["admin"] => (Role.Operator, null),
        ["review", var province] => (Role.Province, Area(province)),
        ["write", "city", var city] => (Role.City, Area(city)),
        ["read", "public"] => (Role.Public, null),
        _ => (null, null),
    };

    static int? Area(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
}
