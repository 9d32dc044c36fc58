using System.Text.Encodings.Web;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Models;
using DemoCityAnalytics.Api.Printing;
using DemoCityAnalytics.Api.Operation;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Quality;
using DemoCityAnalytics.Api.Recomputing;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Reports;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Api.Templates;
using DemoCityAnalytics.Api.Uploads;
using DemoCityAnalytics.Api.Webhooks;
using DemoCityAnalytics.Evaluation;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api;

/// <summary>Puts the API and the portal into a web application.</summary>
public static class ApiSetup
{
    /// <summary>Services of the API and the portal; needs <see cref="WarehouseOptions"/>, and reads only its releases.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration("Api").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<StateOptions>().BindConfiguration("State").ValidateDataAnnotations().ValidateOnStart();
        services.AddRounds();
        services.AddRoundServices();
        services.AddSingleton<PdfPrinter>();
        services.AddAccess();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new ReleaseStore(provider.GetRequiredService<IOptions<WarehouseOptions>>().Value));
        services.AddScoped<ReleaseReader>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<StrangersAnswers>();
        services.AddSingleton<Scorecards>();
        services.AddSingleton<LoadRecords>();
        services.AddSingleton<FigureEvidences>();
        services.AddSingleton<FigureRecomputations>();
        services.AddSingleton<BulkFiles>();
        services.AddSingleton<ReportFiles>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<RowDetails>();
        services.AddSingleton<RowNotes>();
        services.AddMeasurements();
        services.AddUploads();
        services.AddModels();
        services.AddOptions<WebhookOptions>().BindConfiguration("Webhooks").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AnswerJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<AnswerJobs>());
        services.AddSingleton<WebhookStore>();
        services.AddHostedService<WebhookSender>();
        services.AddRazorPages(o => o.RootDirectory = "/Pages").AddApplicationPart(typeof(ApiSetup).Assembly);
        services.AddSingleton<HtmlEncoder>(PlainHtmlEncoder.Instance);
        services.ConfigureHttpJsonOptions(o => JsonText.Configure(o.SerializerOptions));
        services.AddResponseCompression(o =>
        {
            // API answers are compressed once and kept; only pages are compressed as they go.
            o.MimeTypes = ["text/html"];
            o.EnableForHttps = false;
        });
        services.AddApiDescription();
        return services;
    }

    /// <summary>The pipeline and all endpoints; others may map theirs after it and state them in <see cref="AccessTable"/>.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseHeadAsGet();
        StrangersAnswers.Use(app);
        app.UseUploadLimit();
        app.UseRequestLanguage();
        app.UseProblemAnswers();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();

        app.MapHealth();
        app.MapMeasurements();
        app.MapAssets();
        app.MapReports();
        app.MapVintages();
        app.MapEvidenceRows();
        app.MapQuality();
        var api = app.MapGroup("/api/v1");
        api.MapIndicators();
        api.MapObservations();
        api.MapAnswerJobs();
        api.MapSdmx();
        api.MapDatasets();
        api.MapCities();
        api.MapPeerGroups();
        api.MapFigures();
        api.MapReleases();
        api.MapCharts();
        api.MapDrawnCharts();
        app.MapRounds();
        api.MapBulk();
        api.MapUploads();
        api.MapWebhooks();
        api.MapTemplates();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapRazorPages();
        return app;
    }
}
