using System.Text.Json;
using DemoCityAnalytics.Api.Answers;
using Microsoft.OpenApi;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>What the API description says of acts: the version they rest on, an example of what they take, the parts of their addresses.</summary>
static class RoundDescription
{
    public static void Describe(OpenApiOperation operation, IEnumerable<object> metadata)
    {
        foreach (var item in metadata)
        {
            if (item is RestsOnVersion)
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = "If-Match",
                    In = ParameterLocation.Header,
                    Description = "The ETag of the GET: the version that the change rests on.",
                    Example = "\"3\"",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            if (item is Creates && operation.Responses?.Remove("200", out var made) == true) operation.Responses["201"] = made;
            if (item is RequestExample example && operation.RequestBody is OpenApiRequestBody { Content: { } content } && content.TryGetValue("application/json", out var json))
                json.Example = JsonSerializer.SerializeToNode(example.Value, example.Value.GetType(), JsonText.Options);
        }
    }

    public static (string, string)? PathParameter(string path, string name) => !path.Contains("rounds", StringComparison.Ordinal) ? null : name switch
    {
        "round" => ("Id of the round.", RoundExamples.Id),
        "city" => ("Six-digit area code of the city.", "130100"),
        "province" => ("Six-digit area code of the province.", "130000"),
        "item" => ("Id of an item of the round's rule set.", "S1.1-M"),
        "sample" => ("Id of the sample.", RoundExamples.Sample.Id),
        "line" => ("Line of the call sheet, from 1.", "1"),
        "sha256" => ("SHA-256 of the paper.", RoundExamples.Paper.Sha256),
        "id" => ("Number of the objection.", RoundExamples.Objection.Id),
        "format" => ("docx or pdf.", "docx"),
        _ => null,
    };
}
