using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Access;

/// <summary>The fallback policy of every endpoint: what <see cref="AccessTable"/> states.</summary>
sealed class StatedAccess : IAuthorizationRequirement;

sealed class StatedAccessHandler(AccessTable table, IOptions<AccessOptions> options) : AuthorizationHandler<StatedAccess>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, StatedAccess requirement)
    {
        // No endpoint, or one that only says 405, has nothing to protect: the caller learns that the address is wrong.
        if (context.Resource is HttpContext http && (http.GetEndpoint() is not RouteEndpoint endpoint || IsAllowed(http, endpoint)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    bool IsAllowed(HttpContext http, RouteEndpoint endpoint)
    {
        if (table.Find(endpoint.RoutePattern.RawText) is not { } rule) return false;
        if (rule.ForEveryone) return true;
        // A wrong key or token is a mistake to be told, not a reason to answer as to a stranger.
        var wrongKey = (http.Request.Headers.ContainsKey(ApiKeyAuthentication.Header) || AccessSetup.HasToken(http.Request)) && http.User.Identity is not { IsAuthenticated: true };
        return !wrongKey && ReaderOf(http.User, options.Value) is { } reader && rule.Roles.Contains(reader.Role);
    }

    internal static Reader? ReaderOf(ClaimsPrincipal user, AccessOptions options)
    {
        if (user.Identity is not { IsAuthenticated: true })
            return options.AnonymousRole is { } anonymous ? new Reader("", anonymous, null) : null;
        return Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Reader(user.Identity.Name ?? "", role, int.TryParse(user.FindFirstValue(Reader.AreaClaim), out var area) ? area : null)
            : null;
    }

    internal static ClaimsPrincipal Principal(Reader reader, string scheme)
    {
        var claims = new List<Claim> { new(ClaimTypes.Name, reader.Name), new(ClaimTypes.Role, reader.Role.ToString()) };
        if (reader.AreaCode is { } area) claims.Add(new Claim(Reader.AreaClaim, area.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }
}
