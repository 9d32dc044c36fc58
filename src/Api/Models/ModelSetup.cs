using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Models;

static class ModelSetup
{
    public static void AddModels(this IServiceCollection services)
    {
        services.AddSingleton<PostingLeads>();
        services.AddSingleton<AnomalyFlags>();
        services.AddSingleton<Forecasts>();
        services.AddScoped<LeadDesk>();
    }
}
