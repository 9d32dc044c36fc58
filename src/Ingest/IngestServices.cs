using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Ingest.Pulling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DemoCityAnalytics.Ingest;

/// <summary>Composition of the load path.</summary>
public static class IngestServices
{
    /// <summary>The load path over the registered warehouse. The caller may register <see cref="IdentityOptions"/> of its own.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new IdentityOptions());
        services.TryAddSingleton(_ => ContractCatalogue.BuiltIn());
        services.TryAddSingleton(provider => IdentityKey.Open(provider.GetRequiredService<IdentityOptions>()));
        services.TryAddSingleton<Loader>();
        services.TryAddSingleton<StoredPersons>();
        services.TryAddSingleton(new PullOptions());
        services.TryAddSingleton<PostgreSqlPull>();
        services.TryAddSingleton<HttpPull>();
        return services;
    }
}
