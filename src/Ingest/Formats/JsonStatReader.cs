using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>
/// Reads a JSON-stat data set (2.0, or 1.x: one set in a bundle, its lists inside the dimensions) whose metric dimension holds the labour force and its parts, as one record for each area and
/// period: area_id, area_name, period_id, labour_force, employed, unemployed, published_rate.
/// </summary>
public sealed class JsonStatReader : RecordReader
{
    static readonly string[] Columns = ["area_id", "area_name", "period_id", "labour_force", "employed", "unemployed", "published_rate"];

    // Words in the labels of the metric dimension, in the order they are tried: "unemployment rate" before "unemployment" before "employment".
    static readonly (string Word, int Column)[] Statistics = [("rate", 6), ("unemploy", 5), ("employ", 4), ("labor force", 3), ("labour force", 3)];

    readonly List<string[]> rows = [];
    int next;

    public JsonStatReader(Stream utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var set = document.RootElement;
        if (!set.TryGetProperty("dimension", out var dimensions))
        {
            set = set.EnumerateObject().First(property => property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("dimension", out dimensions)).Value;
        }
        var layout = set.TryGetProperty("id", out _) ? set : dimensions;
        var ids = layout.GetProperty("id").EnumerateArray().Select(id => id.GetString()!).ToList();
        var sizes = layout.GetProperty("size").EnumerateArray().Select(size => size.GetInt32()).ToList();
        var metric = Role(layout, "metric") ?? throw new InvalidDataException("The data set names no dimension with the role 'metric'.");
        var geography = Role(layout, "geo") ?? throw new InvalidDataException("The data set names no dimension with the role 'geo'.");
        var time = Role(layout, "time") ?? throw new InvalidDataException("The data set names no dimension with the role 'time'.");
        if (ids.FirstOrDefault(id => id != metric && id != geography && id != time && sizes[ids.IndexOf(id)] > 1) is { } other)
            throw new InvalidDataException($"The data set has the further dimension '{other}'; expected one value for each statistic, area and period.");

        var statistics = Categories(dimensions.GetProperty(metric));
        var columnOf = statistics.Select(statistic => Statistics.FirstOrDefault(known => statistic.Label.Contains(known.Word, StringComparison.OrdinalIgnoreCase)).Column).ToList();
        var areas = Categories(dimensions.GetProperty(geography));
        var periods = Categories(dimensions.GetProperty(time));
        var (metricStep, areaStep, periodStep) = (Step(ids, sizes, metric), Step(ids, sizes, geography), Step(ids, sizes, time));
        var values = set.GetProperty("value");
        for (var area = 0; area < areas.Count; area++)
        {
            for (var period = 0; period < periods.Count; period++)
            {
                var row = new string[Columns.Length];
                Array.Fill(row, "");
                (row[0], row[1], row[2]) = (areas[area].Id, areas[area].Label, periods[period].Id);
                for (var statistic = 0; statistic < statistics.Count; statistic++)
                {
                    if (columnOf[statistic] > 0)
                        row[columnOf[statistic]] = Value(values, area * areaStep + period * periodStep + statistic * metricStep);
                }
                rows.Add(row);
            }
        }
    }

    /// <summary>Whether the first object of a text is a data set: it, or a part of it, has both dimensions and values. Null when more must be read to tell.</summary>
    public static bool? IsDataSet(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text, isFinalBlock: false, default);
        var (dimensions, values) = (new bool[3], new bool[3]);
        try
        {
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.EndObject && json.CurrentDepth == 0) return false;
                if (json.TokenType == JsonTokenType.EndObject && json.CurrentDepth == 1) dimensions[2] = values[2] = false;
                if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth > 2) continue;
                var depth = json.CurrentDepth;
                values[depth] |= json.ValueTextEquals("value"u8);
                if (json.ValueTextEquals("dimension"u8) && json.Read()) dimensions[depth] |= json.TokenType == JsonTokenType.StartObject;
                if (dimensions[depth] && values[depth]) return true;
            }
        }
        catch (JsonException)
        {
            // The line is rejected when it is read.
            return false;
        }
        return null;
    }

    public override long Position => next;

    public override bool Read(Record record)
    {
        if (next > rows.Count) return false;
        var row = next == 0 ? Columns : rows[next - 1];
        record.Begin(Encoding.UTF8.GetBytes(string.Concat(row)), Math.Max(1, next));
        var at = 0;
        foreach (var cell in row)
        {
            var length = Encoding.UTF8.GetByteCount(cell);
            record.Add(at, length);
            at += length;
        }
        next++;
        return true;
    }

    // "value" is an array, or, in sparse sets, an object keyed by position.
    static string Value(JsonElement values, int position)
    {
        var value = values.ValueKind == JsonValueKind.Array
            ? position < values.GetArrayLength() ? values[position] : default
            : values.TryGetProperty(position.ToString(CultureInfo.InvariantCulture), out var found) ? found : default;
        return value.ValueKind is JsonValueKind.Number ? value.GetRawText() : "";
    }

    static int Step(List<string> ids, List<int> sizes, string id) => sizes.Skip(ids.IndexOf(id) + 1).Aggregate(1, (step, size) => step * size);

    static string? Role(JsonElement set, string role) =>
        set.TryGetProperty("role", out var roles) && roles.TryGetProperty(role, out var ids) && ids.GetArrayLength() == 1 ? ids[0].GetString() : null;

    static List<(string Id, string Label)> Categories(JsonElement dimension)
    {
        var category = dimension.GetProperty("category");
        var labels = category.TryGetProperty("label", out var label) ? label : default;
        string LabelOf(string id) => labels.ValueKind == JsonValueKind.Object && labels.TryGetProperty(id, out var text) ? text.GetString() ?? id : id;
        if (!category.TryGetProperty("index", out var index))
            return labels.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetString() ?? entry.Name)).ToList();
        return index.ValueKind == JsonValueKind.Array
            ? index.EnumerateArray().Select(id => (id.GetString()!, LabelOf(id.GetString()!))).ToList()
            : index.EnumerateObject().OrderBy(entry => entry.Value.GetInt32()).Select(entry => (entry.Name, LabelOf(entry.Name))).ToList();
    }

    public override void Dispose()
    {
    }
}
