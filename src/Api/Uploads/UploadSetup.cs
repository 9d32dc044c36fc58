using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Uploads;

static class UploadSetup
{
    public static void AddUploads(this IServiceCollection services)
    {
        services.AddSingleton<UploadStore>();
        services.AddSingleton<UploadSteps>();
        services.AddSingleton<UploadRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<UploadRunner>());
        services.AddScoped<UploadReceiver>();
        services.AddScoped<UploadEffects>();
        services.AddSingleton<RejectedRows>();
        services.AddOptions<FormOptions>().Configure<IOptions<ApiOptions>>((form, api) => form.MultipartBodyLengthLimit = Limit(api.Value));
    }

    /// <summary>Files may be larger than what other requests may send.</summary>
    public static void UseUploadLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (HttpMethods.IsPost(context.Request.Method) && (path.Equals("/upload") || path.Equals("/api/v1/uploads"))
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Limit(context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value);
        return next(context);
    });

    static long Limit(ApiOptions options) => (long)options.LargestUploadMiB << 20;
}
