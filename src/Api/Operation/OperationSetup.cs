using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DemoCityAnalytics.Api.Operation;

static class OperationSetup
{
    public static void AddMeasurements(this IServiceCollection services)
    {
        services.AddSingleton<Measurements>();
        services.AddSingleton<Readiness>();
        services.AddHealthChecks().AddCheck<StateCheck>("State:ConnectionString", timeout: Readiness.Patience);
        services.AddOpenTelemetry()
            .ConfigureResource(service => service.AddService("dca"))
            .WithMetrics(metrics => metrics.AddMeter(Measurements.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().SetSampler(provider => Collector(provider) is null ? new AlwaysOffSampler() : new ParentBasedSampler(new AlwaysOnSampler())));
        services.ConfigureOpenTelemetryTracerProvider((provider, traces) =>
        {
            if (Collector(provider) is { } collector) traces.AddProcessor(new BatchActivityExportProcessor(new OtlpTraceExporter(collector)));
        });
        services.Configure<AspNetCoreTraceInstrumentationOptions>(o => o.Filter = http => !http.Request.Path.StartsWithSegments("/health") && !http.Request.Path.StartsWithSegments("/metrics"));
    }

    public static void MapMeasurements(this IEndpointRouteBuilder routes)
    {
        // The gauges are there once the object is, not when the first answer is made.
        _ = routes.ServiceProvider.GetRequiredService<Measurements>();
        routes.MapPrometheusScrapingEndpoint("/metrics");
    }

    static OtlpExporterOptions? Collector(IServiceProvider provider) => provider.GetRequiredService<IOptions<ApiOptions>>().Value.OtlpEndpoint is { Length: > 0 } address
        ? new OtlpExporterOptions { Endpoint = new Uri(address.TrimEnd('/') + "/v1/traces"), Protocol = OtlpExportProtocol.HttpProtobuf }
        : null;
}
