using System.Globalization;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>The part of the SDMX REST interface that is offered; everything else answers 501, as the standard has it.</summary>
static class SdmxRest
{
    const string StructureType = "application/vnd.sdmx.structure+json; version=2.0.0; charset=utf-8";
    static readonly string[] Dimensions = ["INDICATOR", "REF_AREA", "VARIANT", "GROUP", "FREQ"];
    static readonly string[] Known = ["asOf", "updatedAfter", "includeHistory", "firstNObservations", "lastNObservations", "dimensionAtObservation", "attributes", "measures", "labels", "format", .. Dimensions.Select(x => $"c[{x}]"), "c[TIME_PERIOD]"];

    public static void MapSdmx(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sdmx/structure/{kind}/{agency}/{id}/{version}", GetStructure)
            .WithTags("sdmx").WithSummary("Get an SDMX structure")
            .WithDescription("dataflow, datastructure, conceptscheme or codelist as SDMX-JSON 2.0; * stands for any id and for the latest version.")
            .GivesForms("application/vnd.sdmx.structure+json")
            .GivesProblems(404, 501, 503);
        routes.MapGet("/sdmx/data/dataflow/{agency}/{id}/{version}/{key}", GetData)
            .WithTags("sdmx").WithSummary("Get SDMX data")
            .WithDescription("Key: INDICATOR.REF_AREA.VARIANT.GROUP.FREQ, with * or nothing for any code and + between several. As SDMX-JSON 2.0, SDMX-CSV 2.0 or SDMX-ML 2.1 generic. What the standard has beyond this answers 501.")
            .GivesForms("application/vnd.sdmx.data+json", "application/vnd.sdmx.data+csv", "application/vnd.sdmx.genericdata+xml")
            .TakesQuery("c[TIME_PERIOD]", "ge: and le: with a month or a year, joined by +.", "ge:2024-01+le:2024-12")
            .TakesQuery("asOf", "Answer as it stood at this instant (UTC).")
            .TakesQuery("updatedAfter", "Only what became the answer after this instant (UTC).")
            .TakesQuery("includeHistory", "true for all earlier answers as well: SDMX-JSON and SDMX-ML give one data set for each moment at which answers came, with the moment from which it holds.")
            .TakesQuery("firstNObservations", "Only so many observations of each series, from the oldest.")
            .TakesQuery("lastNObservations", "Only so many observations of each series, up to the latest.", "4")
            .TakesQuery("labels", "id, name or both, for SDMX-CSV.")
            .TakesQuery("format", "sdmx-json, sdmx-csv or sdmx-ml; the Accept header decides when left out.", "sdmx-json")
            .GivesProblems(400, 404, 406, 501, 503);
        routes.MapGet("/sdmx/{**rest}", (string rest) => NotBuilt($"/sdmx/{rest}")).ExcludeFromDescription();
    }

    static Problem NotBuilt(string what) => new("not-implemented", $"SDMX 接口中的 {what} 没有实现。", $"{what} of the SDMX interface is not implemented.");

    static bool Ours(string agency) => agency is Formats.Sdmx.Agency or "*" or "all";

    static IResult GetStructure(string kind, string agency, string id, string version, HttpRequest request, ReleaseReader releases, AnswerCache cache)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (kind is not ("dataflow" or "datastructure" or "codelist" or "conceptscheme")) return NotBuilt($"structure/{kind}");
        var language = RequestLanguage.Of(request.HttpContext);
        return Ours(agency) && new SdmxStructures(release, language).Message(kind, id, version) is { } message
            ? cache.Get($"{release.Key}|sdmx|{language.Code}|{kind}|{id}", () => new Answer(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(message, JsonText.Options), StructureType)).Send()
            : new Problem("no-results", $"没有 {kind} {agency}:{id}({version})。", $"There is no {kind} {agency}:{id}({version}).");
    }

    static async Task<IResult> GetData(string agency, string id, string version, string key, HttpRequest request, ReleaseReader releases, AnswerCache cache, IOptions<ApiOptions> options, TimeProvider clock)
    {
        if (releases.Current is not { } release) return ReleaseReader.NoRelease;
        if (request.Query.Keys.FirstOrDefault(name => name != "lang" && !Known.Contains(name, StringComparer.Ordinal)) is { } unknown) return NotBuilt($"?{unknown}=");
        if (request.Query["dimensionAtObservation"].ToString() is not ("" or "TIME_PERIOD")) return NotBuilt("dimensionAtObservation");
        if (request.Query["attributes"].ToString() is not ("" or "dsd" or "all") || request.Query["measures"].ToString() is not ("" or "all")) return NotBuilt("attributes / measures");
        if (!Ours(agency) || id is not (Formats.Sdmx.Dataflow or "*") || version is not (Formats.Sdmx.Version or "*" or "+" or "~" or "latest")) return NoData();
        var reader = new QueryReader(request, Known);
        var parts = key is "*" or "all" ? [] : key.Split('.');
        if (parts.Length > Dimensions.Length) reader.Refuse("key", "length", $"键有 {parts.Length} 段，应为 {string.Join('.', Dimensions)}。", $"The key has {parts.Length} parts; expected {string.Join('.', Dimensions)}.");
        var codes = Dimensions.Select((name, i) => Codes(parts.ElementAtOrDefault(i), reader.Text($"c[{name}]"))).ToList();
        var (from, to) = Times(reader);
        var (asOf, after) = (reader.AsOf(clock), reader.Moment("updatedAfter"));
        var labels = reader.OneOf<LabelChoice>("labels") ?? LabelChoice.Id;
        var history = reader.OneOf("includeHistory", "true", "false") == "true";
        var (first, last) = (reader.Whole("firstNObservations", 1, int.MaxValue), reader.Whole("lastNObservations", 1, int.MaxValue));
        var asked = reader.OneOf("format", "sdmx-json", "sdmx-csv", "sdmx-ml") ?? Negotiated(request);
        if (reader.Problem is { } problem) return problem;
        if (asked is null) return new Problem("not-acceptable", "这里提供 SDMX-JSON、SDMX-CSV 和 SDMX-ML。", "Offered here: SDMX-JSON, SDMX-CSV and SDMX-ML.");
        if (history && (first ?? last) is not null) return NotBuilt("includeHistory with firstNObservations or lastNObservations");
        var query = new ObservationQuery
        {
            Indicators = codes[0] is null ? release.Indicators : release.Indicators.Where(x => codes[0]!.Contains(x.Code)).ToList(),
            Areas = release.Areas.Values.Where(x => codes[1]?.Contains(Cube.AreaCode(x.Code)) ?? true).OrderBy(x => x.Code).ToList(),
            Periods = [],
            From = from,
            To = to,
            Frequency = null,
            Breakdown = "*",
            Variant = null,
            AsOf = asOf,
            UpdatedAfter = after,
            WithHistory = history,
            FirstOfSeries = first,
            LastOfSeries = last,
            Also = x => Has(codes[2], Cube.VariantCode(x.Variant)) && Has(codes[3], Cube.GroupCode(x.Breakdown, x.Member)) && Has(codes[4], Cube.FrequencyCode(x.Period.Frequency)),
            AlsoKey = string.Join('.', codes.Skip(2).Select(x => x is null ? "" : string.Join('+', x))),
        };
        var basis = $"{(asOf is null ? release.Manifest.Name : "asOf")}|sdmx|{query.Key}";
        var page = new ObservationPage(query, release, basis, 0, int.MaxValue, labels, RequestLanguage.Of(request.HttpContext));
        return page.Count == 0 ? NoData() : await Observations.Answer(ObservationFormats.Of(asked), page, cache, options.Value.KeptRows, "</openapi/v1.json>; rel=\"service-desc\"");
    }

    static Problem NoData() => new("no-results", "没有符合条件的数据。", "No data match the query.");

    static bool Has(string[]? codes, string code) => codes is null || codes.Contains(code, StringComparer.Ordinal);

    // Both the key and c[...] may narrow a dimension.
    static string[]? Codes(string? part, string? parameter)
    {
        var text = parameter?.Replace("eq:", "", StringComparison.Ordinal) ?? part;
        return text is null or "" or "*" ? null : text.Split(',', '+', ' ');
    }

    static (Warehouse.Calendar.Period? From, Warehouse.Calendar.Period? To) Times(QueryReader reader)
    {
        Warehouse.Calendar.Period? from = null, to = null;
        // An unescaped + arrives as a blank.
        foreach (var bound in (reader.Text("c[TIME_PERIOD]") ?? "").Split(['+', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (bound.Length > 3 && Warehouse.Calendar.Period.TryParse(bound[3..], out var period) && bound[..3] is "ge:" or "le:")
            {
                if (bound[0] == 'g') from = period;
                else to = period;
            }
            else reader.Refuse("c[TIME_PERIOD]", "format", $"c[TIME_PERIOD] 为“{bound}”，应写作 ge:2024-01+le:2024-12。", $"c[TIME_PERIOD] is '{bound}'; expected ge:2024-01+le:2024-12.");
        }
        return (from, to);
    }

    static string? Negotiated(HttpRequest request)
    {
        var accept = request.GetTypedHeaders().Accept;
        if (accept.Count == 0 || accept.Any(x => x.MatchesAllTypes)) return "sdmx-json";
        return ObservationFormats.Negotiated(request)?.Name is { } name && name.StartsWith("sdmx", StringComparison.Ordinal) ? name : null;
    }
}
