using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Evaluation.Supervision;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Evaluation;

public static class EvaluationServices
{
    /// <summary>Scorecards by the rule set that the settings name, or by the one that ships with the product.</summary>
    /// <exception cref="Warehouse.Definitions.DefinitionException">The named rule set is wrong; every issue is listed.</exception>
    public static IServiceCollection AddEvaluation(this IServiceCollection services, EvaluationOptions? options = null) =>
        services.AddSingleton(RuleSet.Named(options?.RuleSetFile ?? "")).AddSingleton<ScorecardBuilder>();

    /// <summary>
    /// Rounds and everything that is done in them; needs <see cref="WarehouseOptions"/> and <see cref="StateOptions"/>. The state is
    /// opened when first asked for, and again at the next call when that failed, so that figures are served while a database is down.
    /// </summary>
    public static IServiceCollection AddRounds(this IServiceCollection services)
    {
        services.AddSingleton(provider => StateStore.Open(
            provider.GetRequiredService<IOptions<StateOptions>>().Value, provider.GetRequiredService<IOptions<WarehouseOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(), CancellationToken.None).GetAwaiter().GetResult());
        services.AddSingleton(provider => new PaperArchive(Path.Combine(provider.GetRequiredService<IOptions<WarehouseOptions>>().Value.Folder, "papers")));
        return services
            .AddSingleton<RoundRegister>()
            .AddSingleton<ApplicationDesk>().AddSingleton<FreezeDesk>()
            .AddSingleton<EvidenceFile>().AddSingleton<ReportDesk>().AddSingleton<ExpertDesk>().AddSingleton<ScoringDesk>().AddSingleton<CheckDesk>()
            .AddSingleton<RecommendationDesk>().AddSingleton<PublicityDesk>().AddSingleton<DesignationDesk>();
    }
}
