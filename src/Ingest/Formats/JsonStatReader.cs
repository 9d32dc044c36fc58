using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DemoCityAnalytics.Ingest.Formats;

/// <summary>
/// Reads a JSON-stat 2.0 data set whose metric dimension holds the labour force and its parts, as one record for each area and
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
        var ids = set.GetProperty("id").EnumerateArray().Select(id => id.GetString()!).ToList();
        var sizes = set.GetProperty("size").EnumerateArray().Select(size => size.GetInt32()).ToList();
        var dimensions = set.GetProperty("dimension");
        var metric = Role(set, "metric") ?? throw new InvalidDataException("The data set names no dimension with the role 'metric'.");
        var geography = Role(set, "geo") ?? throw new InvalidDataException("The data set names no dimension with the role 'geo'.");
        var time = Role(set, "time") ?? throw new InvalidDataException("The data set names no dimension with the role 'time'.");
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
