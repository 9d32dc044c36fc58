using System.Text.Json;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Rounds;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>The API's description (OpenAPI 3.1) at <c>/openapi/v1.json</c>; the committed copy is <c>src/Api/openapi.json</c>.</summary>
static class ApiDescription
{
    const string KeyScheme = "apiKey";
    const string ProblemType = "application/problem+json";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "DemoCityAnalytics API",
                Version = "v1",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
                Contact = new OpenApiContact { Name = "The operator of this service" },
                Description = "Indicators of the programme 公共就业创业服务示范城市创建, from immutable releases. Every figure names its indicator version, release and status and links to its evidence. Figures of a release made from generated data carry the mark 合成数据 / synthetic data.",
            };
            // The address is that of whoever asks; leaving it out keeps the description the same everywhere.
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Tags = new HashSet<OpenApiTag>(new[]
            {
                ("indicators", "The catalogue: which indicators there are and how each is defined."),
                ("observations", "The figures, by indicator, area and period."),
                ("sdmx", "The subset of the SDMX REST interface."),
                ("datasets", "What is published, for catalogues of open data."),
                ("cities", "Cities with figures, and their scorecards."),
                ("figures", "One figure and what stands behind it."),
                ("charts", "Charts as SVG or PNG."),
                ("releases", "Releases and the files they were made from."),
                ("rounds", "The programme: applications, freeze, scores, checks, publicity, designation and supervision."),
                ("bulk", "All figures as files."),
                ("uploads", "Files sent to be loaded."),
                ("webhooks", "Programs that are told of events."),
                ("health", "State of the service."),
            }.Select(x => new OpenApiTag { Name = x.Item1, Description = x.Item2 }));
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiKeyAuthentication.Header, Description = "Key of a program; persons log in at /login and are known by a cookie." },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Describe);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(System.Numerics.BigInteger) || context.JsonTypeInfo.Type == typeof(System.Numerics.BigInteger?))
                schema.Type = JsonSchemaType.Integer; // a property that may be null says so around it
            return Task.CompletedTask;
        });
    });

    static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var path = context.Description.RelativePath ?? "";
        operation.OperationId = OperationId(context.Description.HttpMethod ?? "GET", path);
        foreach (var text in metadata.OfType<ParameterText>())
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = text.Name,
                In = ParameterLocation.Query,
                Description = text.Description,
                Example = text.Example,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path) ?? [])
        {
            (parameter.Description, var example) = PathParameter(path, parameter.Name ?? "");
            parameter.Example = parameter.Schema?.Type == JsonSchemaType.Integer ? int.Parse(example, System.Globalization.CultureInfo.InvariantCulture) : example;
        }
        if (metadata.OfType<OperationExample>().FirstOrDefault() is { } shown
            && operation.Responses?.GetValueOrDefault("200") is OpenApiResponse { Content: { } content } && content.TryGetValue("application/json", out var json))
            json.Example = JsonSerializer.SerializeToNode(shown.Value, JsonText.Options);
        RoundDescription.Describe(operation, metadata);
        DescribedForms.Describe(operation, metadata.OfType<OtherForm>().ToList());
        if (path.StartsWith("health", StringComparison.Ordinal)) operation.Security = [];
        else AddRefusals(operation);
        if (context.Description.HttpMethod == "GET" && operation.Security is null) operation.Responses!.TryAdd("304", new OpenApiResponse());
        foreach (var (status, response) in operation.Responses ?? [])
            if (response is OpenApiResponse described) described.Description = Meaning(status);
        return Task.CompletedTask;
    }

    // What any operation may answer: who calls is unknown, or calls too often.
    static void AddRefusals(OpenApiOperation operation)
    {
        var problem = operation.Responses?.Values.SelectMany(r => r.Content ?? new Dictionary<string, OpenApiMediaType>()).FirstOrDefault(c => c.Key == ProblemType).Value;
        if (problem is null) return;
        foreach (var status in new[] { "401", "429" }) operation.Responses!.TryAdd(status, new OpenApiResponse { Content = new Dictionary<string, OpenApiMediaType> { [ProblemType] = problem } });
    }

    // get /api/v1/cities/{code}/scorecard is getCitiesCodeScorecard: stable as long as the address is.
    static string OperationId(string method, string path) => method.ToLowerInvariant() + string.Concat(path.Replace("api/v1/", "", StringComparison.Ordinal)
        .Split('/', '{', '}', '.', ':').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    static (string, string) PathParameter(string path, string name) => name switch
    {
        _ when RoundDescription.PathParameter(path, name) is { } described => described,
        "kind" when path.Contains("charts", StringComparison.Ordinal) => ("bar, dots, multiples, heat, beveridge or map.", "heat"),
        "kind" => ("dataflow, datastructure, conceptscheme or codelist.", "codelist"),
        "agency" => ("DCA, or * for any.", "DCA"),
        "version" => ("1.0, or * for the latest.", "1.0"),
        "key" => ("INDICATOR.REF_AREA.VARIANT.GROUP.FREQ.", "E05.130100.*.*.Q"),
        "name" => ("Name of a release that is kept.", "R1-000100aabbccddee"),
        "id" when path.Contains("sdmx/structure", StringComparison.Ordinal) => ("Id of the structure, or * for all.", "CL_INDICATOR"),
        "id" when path.Contains("sdmx/data", StringComparison.Ordinal) => ("INDICATORS.", "INDICATORS"),
        "id" when path.Contains("datasets", StringComparison.Ordinal) => ("Id of the dataset.", "indicators"),
        "code" when path.Contains("indicators", StringComparison.Ordinal) => ("Code or id of the indicator.", "E05"),
        "group" => ("Id of the group, from the list of groups.", "prefecture-level"),
        "code" => ("Six-digit area code of the city, or its Chinese name.", "130100"),
        "id" when path.Contains("uploads", StringComparison.Ordinal) => ("Number of the upload.", "0192f3d2c4e87a10b3c5d6e7f8091a2b"),
        "id" when path.Contains("jobs", StringComparison.Ordinal) => ("Number of the job.", AnswerJobEndpoints.Example.Id),
        "id" when path.Contains("webhooks", StringComparison.Ordinal) => ("Number of the webhook.", "0192f3d2c4e87a10b3c5d6e7f8091a2b"),
        "delivery" => ("Number of the event.", "0192f3d2c4e87a10b3c5d6e7f8091a2c"),
        "id" => ("Figure id: indicator:variant:area:period[:breakdown:member].", "E05::130100:2024-Q4"),
        "file" => ("Name of the file, from the list.", "observations-R1-000100aabbccddee.parquet"),
        _ when path.Contains("observations", StringComparison.Ordinal) => ("One of the nine formats.", "csv"),
        _ => ("svg or png.", "svg"),
    };

    static string Meaning(string status) => status switch
    {
        "200" => "The answer.",
        "400" => "A parameter is unknown, repeated or ill-formed; errors lists each.",
        "401" => "Not logged in, or a wrong key.",
        "403" => "The role may not do this, or the area is not the caller's.",
        "404" => "Nothing has this name; the answer says what comes nearest.",
        "409" => "The stage, the standing, a date or a quota does not allow it; or it is frozen.",
        "412" => "Somebody else changed it in the meantime.",
        "422" => "Something that the rules ask for is missing or out of range; errors lists each.",
        "428" => "If-Match is missing.",
        "201" => "Created.",
        "206" => "The ranges asked for.",
        "304" => "The caller has it already (If-None-Match).",
        "202" => "Taken; Location says where to follow it.",
        "406" => "The form asked for is not offered.",
        "415" => "The body is of a type that is not taken.",
        "416" => "The file has no such range.",
        "429" => "Too many requests; Retry-After says in how many seconds to come back.",
        "413" => "The body is larger than allowed.",
        "410" => "The cursor belongs to another release or query.",
        "501" => "Part of the standard that is not offered.",
        "503" => "No release has been published yet, or a database does not answer.",
        _ => "See the answer.",
    };
}
