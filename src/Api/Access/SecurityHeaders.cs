using Microsoft.AspNetCore.Builder;

namespace DemoCityAnalytics.Api.Access;

/// <summary>Headers on every answer: nothing from outside is loaded, nobody may frame the pages, no address leaks to other sites.</summary>
static class SecurityHeaders
{
    // The charts inside pages are SVG elements styled by site.css; no inline style or script is needed anywhere.
    const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        // The dashboard of the jobs brings inline scripts of its own; it keeps every other header.
        if (!context.Request.Path.StartsWithSegments("/jobs")) headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    });
}
