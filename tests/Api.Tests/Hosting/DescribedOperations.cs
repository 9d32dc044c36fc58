using System.Globalization;
using System.Text.Json;
using DemoCityAnalytics.Tests;

namespace DemoCityAnalytics.Api.Tests.Hosting;

/// <summary>An operation of the committed description.</summary>
/// <param name="Parameters">Names of the query's parameters with their examples, null where there is none.</param>
/// <param name="Statuses">Every status that is stated.</param>
/// <param name="Body">The example of what it takes, null where it takes no JSON.</param>
sealed record DescribedOperation(
    string Method, string Path, IReadOnlyDictionary<string, string> PathExamples, IReadOnlyDictionary<string, string?> Parameters, IReadOnlySet<int> Statuses, string? Body)
{
    public static readonly IReadOnlyList<DescribedOperation> All = Read();

    /// <summary>The address with its examples, and others in the place of some.</summary>
    public string Address(params (string Name, string Value)[] others)
    {
        var values = new Dictionary<string, string>(PathExamples);
        foreach (var (name, value) in others.Where(x => values.ContainsKey(x.Name))) values[name] = value;
        var path = values.Aggregate(Path, (path, x) => path.Replace($"{{{x.Key}}}", Uri.EscapeDataString(x.Value), StringComparison.Ordinal));
        var query = string.Join('&', Parameters.Where(x => x.Value is not null).Select(x => $"{x.Key}={Uri.EscapeDataString(x.Value!)}"));
        return query.Length == 0 ? path : path + "?" + query;
    }

    static List<DescribedOperation> Read()
    {
        var description = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("src", "Api", "openapi.json"))).RootElement;
        return [.. from path in description.GetProperty("paths").EnumerateObject()
                   from operation in path.Value.EnumerateObject()
                   let parameters = operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : []
                   select new DescribedOperation(operation.Name.ToUpperInvariant(), path.Name,
                       In("path", parameters).ToDictionary(x => x.Name, x => x.Example!), In("query", parameters).ToDictionary(x => x.Name, x => x.Example),
                       operation.Value.GetProperty("responses").EnumerateObject().Select(x => int.Parse(x.Name, CultureInfo.InvariantCulture)).ToHashSet(), BodyOf(operation.Value))];
    }

    static string? BodyOf(JsonElement operation) => operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json)
        ? json.GetProperty("example").GetRawText() : null;

    static IEnumerable<(string Name, string? Example)> In(string place, List<JsonElement> parameters) => from x in parameters
                                                                                                         where x.GetProperty("in").GetString() == place
                                                                                                         select (x.GetProperty("name").GetString()!, x.TryGetProperty("example", out var example) ? example.ToString() : null);
}
