using DemoCityAnalytics.Warehouse.Verification;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Jobs;

public static class JobsServices
{
    /// <summary>The jobs, their storage and the timetable; they run in this process.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, JobsOptions options) => services
        .AddSingleton(options)
        .AddSingleton<WarehouseVerification>()
        .AddHangfire(hangfire => hangfire.UseStorage(options))
        .AddHostedService<Timetable>()
        .AddHangfireServer(server =>
        {
            server.WorkerCount = options.Workers;
            server.ShutdownTimeout = TimeSpan.FromSeconds(20); // a load is rolled back within it
        });
}
