using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Definitions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>What the platform publishes, described for catalogues of open data.</summary>
public sealed record DatasetView(
    string Id, BilingualText Title, BilingualText Description, ReleaseView Release, string License, int Observations, int Indicators, int Cities, string? FirstPeriod, string? LastPeriod,
    IReadOnlyList<DatasetDistribution> Distributions);

/// <summary>One form in which the dataset can be had.</summary>
public sealed record DatasetDistribution(string Format, string MediaType, string Address);

/// <summary>All datasets.</summary>
public sealed record DatasetList(int Total, IReadOnlyList<DatasetView> Datasets);

/// <summary>The datasets as JSON, or as DCAT for open-data portals.</summary>
static class Datasets
{
    const string Indicators = "indicators";
    const string LinkedData = "application/ld+json";
    static readonly BilingualText Title = new() { Zh = "公共就业创业服务示范城市创建指标", En = "Indicators of the programme of demonstration cities for public employment services" };

    static readonly BilingualText Description = new()
    {
        Zh = "由城市公共就业服务业务数据逐行计算的指标数值，按指标、地区、统计期和分组给出，附状态、分子分母和佐证。",
        En = "Figures computed row by row from the records of cities' public employment services, by indicator, area, period and group, with status, parts and evidence.",
    };

    public static void MapDatasets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/datasets", (HttpRequest request, ReleaseReader releases) => releases.Current is { } release ? Get(request, release, list: true) : ReleaseReader.NoRelease)
            .Describe("datasets", "List the datasets", "What is published, with its release, extent and forms. As JSON, or as DCAT 3 in JSON-LD for catalogues of open data.", Examples.Datasets)
            .GivesForms(LinkedData)
            .TakesQuery("format", "json or dcat; the Accept header decides when left out.", "json")
            .GivesProblems(400, 503);
        routes.MapGet("/datasets/{id}", IResult (string id, HttpRequest request, ReleaseReader releases) =>
                releases.Current is not { } release ? ReleaseReader.NoRelease
                : id == Indicators ? Get(request, release, list: false)
                : new Problem("not-found", $"没有数据集“{id}”；GET /api/v1/datasets 列出全部。", $"There is no dataset '{id}'; GET /api/v1/datasets lists all."))
            .Describe("datasets", "Get one dataset", "Its release, extent, licence and forms. As JSON or as DCAT 3 in JSON-LD.", Examples.Dataset)
            .GivesForms(LinkedData)
            .TakesQuery("format", "json or dcat; the Accept header decides when left out.", "json")
            .GivesProblems(400, 404, 503);
    }

    static IResult Get(HttpRequest request, ReleaseSnapshot release, bool list)
    {
        var query = new QueryReader(request, "format");
        var format = query.OneOf("format", "json", "dcat");
        if (query.Problem is { } problem) return problem;
        var view = View(release);
        var linked = format == "dcat" || format is null && request.GetTypedHeaders().Accept.Any(x => x.MediaType.Value == LinkedData);
        if (linked) return new Answer(JsonSerializer.SerializeToUtf8Bytes(Dcat(view, $"{request.Scheme}://{request.Host}", list), JsonText.Options), LinkedData + "; charset=utf-8").Send();
        return (list ? Answer.Json(new DatasetList(1, [view])) : Answer.Json(view)).Send();
    }

    internal static DatasetView View(ReleaseSnapshot release)
    {
        return new DatasetView(
            Indicators, Title, Description, ReleaseView.Of(release.Manifest), "https://creativecommons.org/licenses/by/4.0/", release.FigureCount, release.Indicators.Count, release.Cities.Count,
            release.Periods.Count == 0 ? null : release.Periods.Min(x => x.First).ToString(), release.Periods.Count == 0 ? null : release.Periods.Max(x => x.Last).ToString(),
            ObservationFormats.All.Select(x => new DatasetDistribution(x.Name, x.MediaType.Split(';')[0], $"/api/v1/observations.{x.Name}?breakdown=*&limit=all")).ToList());
    }

    // DCAT 3 and Dublin Core terms; the address is that by which the caller reached the service.
    static JsonObject Dcat(DatasetView view, string site, bool list)
    {
        static JsonArray Both(BilingualText text) => [Said(text.Zh, "zh"), Said(text.En, "en")];
        static JsonObject Said(string text, string language) => new() { ["@value"] = text, ["@language"] = language };
        var published = view.Release.PublishedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var dataset = new JsonObject
        {
            ["@id"] = $"{site}/api/v1/datasets/{view.Id}",
            ["@type"] = "dcat:Dataset",
            ["dct:title"] = Both(view.Title),
            ["dct:description"] = Both(view.Release.Synthetic ? new BilingualText { Zh = "【合成数据】" + view.Description.Zh, En = "[Synthetic data] " + view.Description.En } : view.Description),
            ["dct:identifier"] = view.Id,
            ["dct:issued"] = published,
            ["dct:license"] = new JsonObject { ["@id"] = view.License },
            ["dct:language"] = new JsonArray("zh", "en"),
            ["dct:accrualPeriodicity"] = new JsonObject { ["@id"] = "http://publications.europa.eu/resource/authority/frequency/MONTHLY" },
            ["dct:temporal"] = new JsonObject { ["@type"] = "dct:PeriodOfTime", ["dcat:startDate"] = view.FirstPeriod, ["dcat:endDate"] = view.LastPeriod },
            ["dcat:version"] = view.Release.Name,
            ["dcat:keyword"] = Both(new BilingualText { Zh = "就业", En = "employment" }),
            ["dcat:distribution"] = new JsonArray([.. view.Distributions.Select(x => new JsonObject
            {
                ["@type"] = "dcat:Distribution",
                ["dct:title"] = x.Format,
                ["dcat:accessURL"] = new JsonObject { ["@id"] = site + x.Address },
                ["dcat:downloadURL"] = new JsonObject { ["@id"] = site + x.Address },
                ["dcat:mediaType"] = x.MediaType,
            })]),
        };
        var context = new JsonObject { ["dcat"] = "http://www.w3.org/ns/dcat#", ["dct"] = "http://purl.org/dc/terms/" };
        if (!list)
        {
            dataset.Insert(0, "@context", context);
            return dataset;
        }
        return new JsonObject
        {
            ["@context"] = context,
            ["@id"] = $"{site}/api/v1/datasets",
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = Both(new BilingualText { Zh = "示范城市指标平台", En = "DemoCityAnalytics" }),
            ["dcat:dataset"] = new JsonArray(dataset),
        };
    }
}
