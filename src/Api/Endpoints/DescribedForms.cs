using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>The forms other than JSON in an operation's description, each with how it begins.</summary>
static class DescribedForms
{
    // The figures are those of Examples. Of packed forms the first letters are shown, by which programs know them.
    static readonly Dictionary<string, string> Beginnings = new(StringComparer.Ordinal)
    {
        ["text/csv"] = "figure_id,indicator,indicator_version,variant,area_code,area_name,period,…\r\nE05::130100:2024-Q4,E05,1,,130100,石家庄市,2024-Q4,…\r\n",
        ["application/vnd.sdmx.data+csv"] = "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,VARIANT,GROUP,FREQ,TIME_PERIOD,OBS_VALUE,…\r\ndataflow,DCA:INDICATORS(1.0),I,E05,130100,main,_T,Q,2024-Q4,3.10,…\r\n",
        ["application/vnd.sdmx.genericdata+xml"] = "<g:Obs><g:ObsDimension id=\"TIME_PERIOD\" value=\"2024-Q4\"/><g:ObsValue value=\"3.10\"/></g:Obs>",
        ["application/vnd.json-stat+json"] = """{ "version": "2.0", "class": "dataset", "id": ["indicator", "ref_area", "variant", "group", "freq", "time_period", "measure"], "value": { "0": 3.10 }, "status": { "0": "normal" } }""",
        ["application/vnd.sdmx.data+json"] = """{ "data": { "dataSets": [{ "action": "Information", "series": { "0:0:0:0:0": { "observations": { "0": [3.10] } } } }] } }""",
        ["application/vnd.sdmx.structure+json"] = """{ "data": { "codelists": [{ "id": "CL_INDICATOR", "codes": [{ "id": "E05", "name": "城镇登记失业率" }] }] } }""",
        ["application/ld+json"] = """{ "@type": "dcat:Catalog", "dcat:dataset": [{ "@type": "dcat:Dataset", "dct:identifier": "indicators" }] }""",
        ["text/event-stream"] = "id: 3\nevent: step\ndata: {\"number\":3}\n\n",
        ["text/plain"] = "对公示名单的异议",
        ["image/svg+xml"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"><title>城镇登记失业率</title></svg>",
        ["image/png"] = "\u0089PNG",
        ["application/pdf"] = "%PDF-1.7",
        ["application/vnd.apache.parquet"] = "PAR1",
    };

    public static void Describe(OpenApiOperation operation, IReadOnlyList<OtherForm> forms)
    {
        var responses = operation.Responses ??= new OpenApiResponses();
        if (!responses.TryGetValue("200", out var answered))
        {
            if (forms.Count == 0) return;
            responses["200"] = answered = new OpenApiResponse();
        }
        if (answered is not OpenApiResponse response) return;
        var content = response.Content ??= new Dictionary<string, OpenApiMediaType>();
        foreach (var form in forms) content.TryAdd(form.MediaType, new OpenApiMediaType());
        foreach (var (mediaType, described) in content.Where(x => x.Key != "application/json"))
            (described.Schema, described.Example) = (Schema(mediaType), Example(mediaType));
    }

    static bool IsJson(string mediaType) => mediaType.EndsWith("json", StringComparison.Ordinal);

    // What has no beginning of its own here is a zip archive or a stream of bytes.
    static JsonNode? Example(string mediaType) => Beginnings.TryGetValue(mediaType, out var text) ? IsJson(mediaType) ? JsonNode.Parse(text) : text : "PK";

    static OpenApiSchema Schema(string mediaType) => mediaType switch
    {
        _ when IsJson(mediaType) => new OpenApiSchema { Type = JsonSchemaType.Object },
        _ when mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType.EndsWith("xml", StringComparison.Ordinal) || mediaType.EndsWith("csv", StringComparison.Ordinal) =>
            new OpenApiSchema { Type = JsonSchemaType.String },
        _ => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
    };
}
