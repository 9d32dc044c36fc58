using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Disclosure;
using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Metrics.Verification;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DemoCityAnalytics.Metrics;

public static class MetricsServices
{
    /// <summary>Definitions, computation and publishing over the registered <see cref="WarehouseDatabase"/>.</summary>
    public static IServiceCollection AddMetrics(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => IndicatorCatalogue.BuiltIn());
        services.TryAddSingleton(new DisclosureOptions());
        services.TryAddSingleton<MetricsService>();
        services.TryAddSingleton<FigureVerification>();
        services.TryAddSingleton<ModelService>();
        return services;
    }
}
