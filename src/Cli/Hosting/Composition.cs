using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Evaluation;
using DemoCityAnalytics.Ingest;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Pulling;
using DemoCityAnalytics.Metrics;
using DemoCityAnalytics.Warehouse.Storage;
using DemoCityAnalytics.Warehouse.Verification;

namespace DemoCityAnalytics.Cli.Hosting;

/// <summary>Puts the parts together for verbs that change the warehouse; only one process at a time can.</summary>
static class Composition
{
    public static IServiceCollection AddWriting(this IServiceCollection services, EffectiveSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => WarehouseDatabase.Open(settings.Get<WarehouseOptions>()));
        services.AddSingleton(settings.Get<IdentityOptions>());
        services.AddSingleton(settings.Get<PullOptions>());
        services.AddIngest();
        MetricsServices.AddMetrics(services); // the framework has an AddMetrics of its own
        services.AddEvaluation();
        return services.AddSingleton<WarehouseVerification>();
    }

    /// <summary>The warehouse and what works on it, for one call; disposing closes the warehouse.</summary>
    public static ServiceProvider Open(EffectiveSettings settings) => new ServiceCollection().AddWriting(settings).BuildServiceProvider();
}
