using DemoCityAnalytics.Api;
using DemoCityAnalytics.Api.Operation;
using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Jobs;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DemoCityAnalytics.Cli.Hosting;

/// <summary>The processes that go on running: jobs alone, the portal and API alone, or all of them in one.</summary>
static class Hosts
{
    /// <summary>The jobs, without a web address. The only process that may write the warehouse.</summary>
    /// <exception cref="WarehouseInUseException">Another process has the warehouse open.</exception>
    public static IHost Worker(EffectiveSettings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ToStandardError();
        builder.Services.AddWriting(settings).AddJobs(settings.Get<JobsOptions>());
        return Opened(builder.Build());
    }

    /// <summary>The portal and the API over the published releases; with the jobs and their dashboard when this process is to write too.</summary>
    /// <exception cref="WarehouseInUseException">Another process has the warehouse open.</exception>
    public static WebApplication Portal(EffectiveSettings settings, bool withJobs)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear(); // only dca.json and DCA__ settings count
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.Logging.ClearProviders().ToStandardError();
        builder.WebHost.UseUrls(settings.Get<ApiOptions>().Listen.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.Services.AddOptions<WarehouseOptions>().BindConfiguration("Warehouse");
        builder.Services.AddApi();
        if (withJobs) builder.Services.AddWriting(settings).AddJobs(settings.Get<JobsOptions>()).AddComputingAfterUploads().AddJobsCheck(settings.Get<JobsOptions>());
        else builder.Services.AddEvaluation(settings);

        var app = builder.Build();
        app.MapApi();
        if (withJobs) app.MapJobsDashboard();
        return withJobs ? Opened(app) : app;
    }

    // The service is not ready while its jobs' database is lost.
    static void AddJobsCheck(this IServiceCollection services, JobsOptions jobs)
    {
        if (jobs.ConnectionString is { Length: > 0 } database)
            services.AddHealthChecks().AddAsyncCheck("Jobs:ConnectionString", async cancel =>
            {
                await StateStore.Ask(database, cancel);
                return HealthCheckResult.Healthy();
            }, timeout: Readiness.Patience);
    }

    // Before anything is answered, rather than when the first job runs.
    static T Opened<T>(T host) where T : IHost
    {
        try
        {
            host.Services.GetRequiredService<WarehouseDatabase>();
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    static void ToStandardError(this ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Hangfire", LogLevel.Warning)
        .AddSimpleConsole(console => console.SingleLine = true)
        .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
