using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>Where the next page starts: bound to one release (or moment) and one query, so that pages never overlap or miss a row.</summary>
static class Cursor
{
    public static string Write(string basis, int offset) =>
        WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Mark(basis)}:{offset}")));

    /// <summary>The offset, or null when the cursor belongs to something else.</summary>
    public static int? Read(string? cursor, string basis)
    {
        if (cursor is null) return 0;
        try
        {
            var parts = Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(cursor)).Split(':');
            return parts.Length == 2 && parts[0] == Mark(basis) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The request's own address with the cursor in it.</summary>
    public static string Address(HttpRequest request, string cursor) => QueryHelpers.AddQueryString(request.Path, request.Query
        .Where(x => x.Key != "cursor").SelectMany(x => x.Value, (x, value) => KeyValuePair.Create(x.Key, value)).Append(KeyValuePair.Create("cursor", (string?)cursor)));

    static string Mark(string basis) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(basis)))[..16];
}
