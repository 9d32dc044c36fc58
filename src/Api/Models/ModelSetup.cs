using DemoCityAnalytics.Metrics.Models.Training;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Models;

static class ModelSetup
{
    public static void AddModels(this IServiceCollection services)
    {
        services.AddSingleton<PostingLeads>();
        services.AddSingleton<AnomalyFlags>();
        services.AddSingleton(provider => ModelService.StoreOf(provider.GetRequiredService<IOptions<WarehouseOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<LeadDesk>();
    }
}
