using DemoCityAnalytics.Ingest;
using DemoCityAnalytics.Metrics;
using DemoCityAnalytics.Warehouse.Verification;
using Hangfire;
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
            .AddHangfire(hangfire => hangfire.UseStorage(options))
            .AddHostedService<Timetable>()
            .AddHangfireServer(server =>
            {
                server.WorkerCount = options.Workers;
                server.ShutdownTimeout = TimeSpan.FromSeconds(20); // a load is rolled back within it
            });
    }
}
