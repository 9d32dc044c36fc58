using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scorecards;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Evaluation;

public static class EvaluationServices
{
    /// <summary>Scorecards by the rule set that ships with the product.</summary>
    public static IServiceCollection AddEvaluation(this IServiceCollection services) =>
        services.AddSingleton(RuleSet.Illustrative()).AddSingleton<ScorecardBuilder>();
}
