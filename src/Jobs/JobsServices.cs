using DemoCityAnalytics.Ingest;
using DemoCityAnalytics.Metrics;
using DemoCityAnalytics.Warehouse.Verification;
using Hangfire;
using Hangfire.AspNetCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DemoCityAnalytics.Jobs;

public static class JobsServices
{
    /// <summary>The jobs, their storage and the timetable; they run in this process, over the registered warehouse.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, JobsOptions options)
    {
        services.AddIngest().AddMetrics();
        services.TryAddSingleton<WarehouseVerification>();
        return services
            .AddSingleton(options)
            .AddSingleton<Inbox>()
            .AddSingleton<PostingScreening>()
            .AddSingleton<ModelTurn>()
            .AddSingleton<Turns>()
            .AddSingleton<JobsOutlook>()
            // Of this container, not of the process: two of them side by side must not take each other's jobs.
            .AddSingleton(_ => JobStorageChoice.Open(options))
            .AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()))
            .AddHangfire(hangfire => hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings())
            .AddHostedService<Timetable>()
            .AddHangfireServer(server =>
            {
                server.WorkerCount = options.Workers;
                server.ShutdownTimeout = TimeSpan.FromSeconds(20); // a load is rolled back within it
            });
    }
}
