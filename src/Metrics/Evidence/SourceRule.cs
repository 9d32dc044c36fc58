using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Evidence;

/// <summary>One condition that a row must meet to count, as SQL, with the name that the mart gives it.</summary>
sealed record RowCondition(string Sql, BilingualText? Name);

/// <summary>
/// On which conditions a mart takes the rows of a source. They are read from the mart's own SQL, so that what is explained is what was computed.
/// </summary>
/// <param name="Rows">The source as the SQL names it: <c>input.job_postings AS posting</c>.</param>
/// <param name="Conditions">Those that a row meets or fails by itself, in their order.</param>
/// <param name="Repeats">The condition that picks one of several rows about the same; null when there is none.</param>
sealed record SourceRule(string Source, string Rows, IReadOnlyList<RowCondition> Conditions, RowCondition? Repeats)
{
    static readonly ConcurrentDictionary<string, IReadOnlyList<SourceRule>> Known = new(StringComparer.Ordinal);

    /// <summary>The rules of a mart, by the order of its SQL; needs the views that the SQL reads.</summary>
    public static IReadOnlyList<SourceRule> Of(DuckDBConnection connection, MartDefinition mart) => Known.GetOrAdd(mart.Hash, _ =>
    {
        var names = mart.Header.Conditions.ToDictionary(x => Text(connection, Parsed(connection, $"SELECT {x.Key}").SelectList()[0]!), x => x.Value, StringComparer.Ordinal);
        return [.. Selects(Parsed(connection, mart.Sql)).Select(select => Of(connection, select, names)).OfType<SourceRule>()];
    });

    static SourceRule? Of(DuckDBConnection connection, JsonNode select, Dictionary<string, BilingualText> names)
    {
        if (Table(select) is not { } table || (string?)table["schema_name"] != "input") return null;
        var source = (string)table["table_name"]!;
        var alias = Alias(table);
        var rows = $"input.{Sql.Identifier(source)} AS {Sql.Identifier(alias)}";
        return new SourceRule(
            source, rows, [.. Conjuncts(select["where_clause"]).Select(Named).Where(condition => IsAboutOneRow(connection, rows, condition.Sql))],
            select["qualify"] is { } repeats ? Named(repeats) : null);

        RowCondition Named(JsonNode condition) => Text(connection, condition) is var sql ? new RowCondition(sql, names.GetValueOrDefault(sql)) : default!;
    }

    static JsonNode Parsed(DuckDBConnection connection, string sql) =>
        JsonNode.Parse(connection.Query($"SELECT json_serialize_sql({Sql.Literal(sql)})", row => row.GetString(0)).Single())!["statements"]![0]!["node"]!;

    // As the database writes it, so that the same condition is the same text however it was written.
    static string Text(DuckDBConnection connection, JsonNode expression)
    {
        var carrier = JsonNode.Parse(connection.Query("SELECT json_serialize_sql('SELECT 1')", row => row.GetString(0)).Single())!;
        carrier["statements"]![0]!["node"]!["select_list"] = new JsonArray(expression.DeepClone());
        var text = connection.Query($"SELECT json_deserialize_sql({Sql.Literal(carrier.ToJsonString())})", row => row.GetString(0)).Single()["SELECT ".Length..];
        return text.StartsWith('(') && text.EndsWith(')') ? text[1..^1] : text;
    }

    static IEnumerable<JsonNode> Selects(JsonNode? node) => node switch
    {
        JsonObject x => (Type(x) == "SELECT_NODE" ? [x] : Array.Empty<JsonNode>()).Concat(x.SelectMany(property => Selects(property.Value))),
        JsonArray x => x.SelectMany(Selects),
        _ => [],
    };

    // Whose rows a join is about: those whose origin it passes on; what is only looked up has no row in the figure.
    static JsonNode? Table(JsonNode select)
    {
        var tables = Tables(select["from_table"]).ToList();
        if (select.SelectList().Any(column => Type(column) == "STAR")) return tables.FirstOrDefault();
        return select.SelectList().Select(column => column!["column_names"]?.AsArray()).FirstOrDefault(names => (string?)names?[^1] == "origin") switch
        {
            null => null,
            { Count: 1 } => tables.FirstOrDefault(),
            var names => tables.Find(table => Alias(table) == (string?)names[0]),
        };
    }

    static IEnumerable<JsonNode> Tables(JsonNode? from) => Type(from) switch
    {
        "BASE_TABLE" => [from!],
        "JOIN" => Tables(from!["left"]).Concat(Tables(from["right"])),
        _ => [],
    };

    static string Alias(JsonNode table) => (string?)table["alias"] is { Length: > 0 } given ? given : (string)table["table_name"]!;

    static IEnumerable<JsonNode> Conjuncts(JsonNode? condition) =>
        condition is null ? [] : Type(condition) == "CONJUNCTION_AND" ? condition["children"]!.AsArray().SelectMany(Conjuncts) : [condition];

    // A condition that names another table is about more than the row.
    static bool IsAboutOneRow(DuckDBConnection connection, string rows, string condition)
    {
        try
        {
            connection.Count($"SELECT count(*) FROM (FROM {rows} WHERE {condition} LIMIT 0)");
            return true;
        }
        catch (DuckDBException)
        {
            return false;
        }
    }

    static string? Type(JsonNode? node) => node is JsonObject x && x["type"] is JsonValue value && value.TryGetValue<string>(out var type) ? type : null;
}

static class SelectNodes
{
    public static JsonArray SelectList(this JsonNode select) => select["select_list"]!.AsArray();
}
