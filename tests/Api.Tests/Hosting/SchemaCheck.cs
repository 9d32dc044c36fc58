using System.Text.Json;

namespace DemoCityAnalytics.Api.Tests.Hosting;

/// <summary>JSON Schema as far as the API's description uses it. A property that a schema does not name is a fault, too: it would be undescribed.</summary>
sealed class SchemaCheck(JsonElement root)
{
    static readonly string[] Known =
        ["$ref", "type", "format", "description", "default", "enum", "properties", "required", "items", "additionalProperties", "oneOf", "anyOf", "allOf", "pattern", "minimum", "maximum", "minLength", "maxLength", "title", "example", "contentEncoding"];

    /// <returns>What is wrong and where, or null.</returns>
    public string? Fault(JsonElement schema, JsonElement value, string at = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Fault(Resolve(reference.GetString()!), value, at);
        if (schema.EnumerateObject().Select(x => x.Name).FirstOrDefault(name => !Known.Contains(name)) is { } unknown) return $"a schema word that is not checked: {unknown}";
        foreach (var word in new[] { "oneOf", "anyOf" })
            if (schema.TryGetProperty(word, out var choices))
                return choices.EnumerateArray().Select(choice => Fault(choice, value, at)).ToList() is var faults && faults.Contains(null) ? null : faults[^1];
        if (schema.TryGetProperty("type", out var type) && !IsOf(type, value)) return $"{at} is {value.ValueKind}, expected {type}";
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value))) return $"{at} is {value}, expected one of {words}";
        return value.ValueKind switch
        {
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().Select((x, i) => Fault(items, x, $"{at}[{i}]")).FirstOrDefault(x => x is not null),
            JsonValueKind.Object => OfObject(schema, value, at),
            _ => null,
        };
    }

    string? OfObject(JsonElement schema, JsonElement value, string at)
    {
        var properties = schema.TryGetProperty("properties", out var stated) ? stated : default;
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray().Select(x => x.GetString()!))
                if (!value.TryGetProperty(name, out _)) return $"{at} without {name}";
        foreach (var property in value.EnumerateObject())
        {
            var where = $"{at}.{property.Name}";
            string? fault = null;
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(property.Name, out var own)) fault = Fault(own, property.Value, where);
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object) fault = Fault(others, property.Value, where);
            else if (properties.ValueKind == JsonValueKind.Object) fault = $"{where}, which is not described";
            if (fault is not null) return fault;
        }
        return null;
    }

    static bool IsOf(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(x => IsOf(x, value))
        : type.GetString() switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && !value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'),
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => false,
        };

    JsonElement Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));
}
