using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Access;

/// <summary>Who is asking, and whether an area is theirs to see where the table says <see cref="AccessRule.OwnArea"/>.</summary>
public sealed class AreaScope(IHttpContextAccessor context, IOptions<AccessOptions> options, AccessTable table)
{
    /// <summary>The caller, or null when nobody has logged in and there is no role for that.</summary>
    public Reader? Reader => context.HttpContext is { } http ? StatedAccessHandler.ReaderOf(http.User, options.Value) : null;

    /// <summary>Whether the caller may open this route at all.</summary>
    public bool May(string pattern) => table.Find(pattern) is { } rule && (rule.ForEveryone || Reader is { } reader && rule.Roles.Contains(reader.Role));

    /// <summary>Whether the area lies in the caller's area.</summary>
    public bool Covers(int areaCode, ReleaseSnapshot release) => Reader switch
    {
        null => false,
        { Role: Role.City or Role.Province, AreaCode: { } own } => IsInside(areaCode, own, release),
        { Role: Role.City or Role.Province } => false,
        _ => true,
    };

    internal Problem? Refusal(int areaCode, ReleaseSnapshot release)
    {
        var pattern = (context.HttpContext?.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (table.Find(pattern) is not { OwnArea: true } || Covers(areaCode, release)) return null;
        var name = release.Areas.GetValueOrDefault(areaCode)?.Name ?? "";
        return new Problem("area-not-yours", $"{name}（{areaCode}）不在您账户的辖区内。", $"{name} ({areaCode}) is outside the area of your account.");
    }

    static bool IsInside(int areaCode, int own, ReleaseSnapshot release)
    {
        for (int? code = areaCode; code is { } at; code = release.Areas.GetValueOrDefault(at)?.ParentCode)
            if (at == own) return true;
        return false;
    }
}
