using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Evaluation;
using DemoCityAnalytics.Ingest;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Ingest.Pulling;
using DemoCityAnalytics.Metrics;
using DemoCityAnalytics.Metrics.Disclosure;
using DemoCityAnalytics.Warehouse.Definitions;
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
        services.AddSingleton(settings.Get<DisclosureOptions>());
        services.AddIngest();
        MetricsServices.AddMetrics(services); // the framework has an AddMetrics of its own
        services.AddEvaluation(settings);
        return services.AddSingleton<WarehouseVerification>();
    }

    /// <summary>Scorecards by the rule set of the settings; a wrong one stops the start like any wrong setting.</summary>
    /// <exception cref="SettingsException">The rule set is wrong; every issue is listed.</exception>
    public static IServiceCollection AddEvaluation(this IServiceCollection services, EffectiveSettings settings)
    {
        try
        {
            return services.AddEvaluation(settings.Get<EvaluationOptions>());
        }
        catch (DefinitionException e)
        {
            throw new SettingsException([.. e.Issues.Select(issue => $"Evaluation:RuleSetFile: {issue}")]);
        }
    }

    /// <summary>The warehouse and what works on it, for one call; disposing closes the warehouse.</summary>
    public static ServiceProvider Open(EffectiveSettings settings) => new ServiceCollection().AddWriting(settings).BuildServiceProvider();
}
