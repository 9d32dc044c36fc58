using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Answers;

/// <summary>
/// HEAD is answered as GET without the body. Endpoints map GET alone and would answer HEAD with 405, which readers of Parquet over HTTP need.
/// </summary>
static class HeadAsGet
{
    public static void UseHeadAsGet(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }
        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = body;
        }
    });
}
