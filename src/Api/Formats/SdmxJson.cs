using System.Globalization;
using System.Text.Json;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>SDMX-JSON 2.0 with time as the dimension at the observation; series come in the order of the rows.</summary>
sealed class SdmxJson : ObservationFormat
{
    const string Schema = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";

    public override string Name => "sdmx-json";
    public override string MediaType => "application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8";
    public override string Extension => "json";

    public override async Task Write(ObservationSet set, Stream to, CancellationToken cancel)
    {
        var cube = new Cube(set);
        await using var json = new JsonOutput(to);
        var writer = json.Writer;
        writer.WriteStartObject();
        json.Property("meta", new
        {
            schema = Schema,
            id = "DCA-" + set.Prepared.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
            prepared = TableColumns.Instant(set.Prepared),
            test = set.Release.Manifest.Synthetic,
            contentLanguages = new[] { set.Language.Code },
            sender = new { id = Sdmx.Agency, name = "DemoCityAnalytics" },
        });
        writer.WriteStartObject("data");
        var times = new Times(cube.Dimensions[^1].Codes);
        WriteStructure(json, set, cube, times);
        writer.WriteStartArray("dataSets");
        foreach (var (from, rows) in set.Versions())
        {
            writer.WriteStartObject();
            writer.WriteNumber("structure", 0);
            writer.WriteString("action", from is null ? "Information" : "Replace");
            if (from is { } moment) writer.WriteString("validFrom", TableColumns.Instant(moment));
            json.Property("attributes", new[] { set.ReleaseView?.Name, set.Mark });
            await WriteSeries(json, rows, cube, times, cancel);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        await json.Pass(cancel);
    }

    static void WriteStructure(JsonOutput json, ObservationSet set, Cube cube, Times times)
    {
        object Dimension(CubeDimension dimension, int position, IReadOnlyList<object> values) => new
        {
            id = dimension.Id,
            name = cube.Names.Dimension(dimension.Id),
            keyPosition = position,
            roles = new[] { dimension.Id },
            values,
        };
        json.Property("structures", new object[]
        {
            new
            {
                name = cube.Names.Dimension("DATAFLOW"),
                links = new[] { new { href = $"/api/v1/sdmx/structure/dataflow/{Sdmx.Agency}/{Sdmx.Dataflow}/{Sdmx.Version}", rel = "dataflow", urn = Sdmx.DataflowUrn } },
                dimensions = new
                {
                    dataSet = Array.Empty<object>(),
                    series = cube.Dimensions.SkipLast(1).Select((x, i) => Dimension(x, i, [.. x.Codes.Select(code => new { id = code, name = x.NameOf(code) })])).ToList(),
                    observation = new[] { Dimension(cube.Dimensions[^1], cube.Dimensions.Count - 1, times.Values) },
                },
                measures = new { observation = new[] { new { id = "OBS_VALUE", name = cube.Names.Dimension("OBS_VALUE") } } },
                attributes = new
                {
                    dataSet = new[] { new { id = "RELEASE", name = cube.Names.Dimension("RELEASE") }, new { id = "SYNTHETIC", name = cube.Names.Dimension("SYNTHETIC") } },
                    dimensionGroup = Array.Empty<object>(),
                    series = Array.Empty<object>(),
                    observation = Sdmx.Attributes.Select(attribute => new { id = attribute.Id, name = cube.Names.Dimension(attribute.Id) }).ToList(),
                },
                dataSets = new[] { 0 },
            },
        });
    }

    static async Task WriteSeries(JsonOutput json, IEnumerable<ObservationView> rows, Cube cube, Times times, CancellationToken cancel)
    {
        var writer = json.Writer;
        writer.WriteStartObject("series");
        var open = "";
        foreach (var row in rows)
        {
            var key = string.Join(':', cube.Dimensions.SkipLast(1).Select(dimension => dimension.Place(row)));
            if (key != open)
            {
                if (open.Length > 0) End(writer);
                writer.WriteStartObject(key);
                writer.WriteStartObject("observations");
                open = key;
            }
            writer.WriteStartArray(times.Place(row).ToString(CultureInfo.InvariantCulture));
            Value(writer, Sdmx.Number(row.Value), number: true);
            foreach (var attribute in Sdmx.Attributes) Value(writer, attribute.Of(row), attribute.Number);
            writer.WriteEndArray();
            await json.MayPass(cancel);
        }
        if (open.Length > 0) End(writer);
        writer.WriteEndObject();
    }

    static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static void Value(Utf8JsonWriter writer, string? text, bool number)
    {
        if (text is null) writer.WriteNullValue();
        else if (number) writer.WriteRawValue(text);
        else writer.WriteStringValue(text);
    }

    /// <summary>The values of time: the year so far in December and the twelve months up to it are one, told apart by the frequency of their series.</summary>
    sealed class Times
    {
        readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

        public Times(IEnumerable<string> periods)
        {
            var values = new List<object>();
            foreach (var same in periods.Select(Period.Parse).GroupBy(Sdmx.Time))
            {
                foreach (var period in same) places.Add(period.ToString(), values.Count);
                values.Add(new
                {
                    value = same.Key,
                    start = string.Create(CultureInfo.InvariantCulture, $"{same.First().Start:yyyy-MM-dd}T00:00:00+08:00"),
                    end = string.Create(CultureInfo.InvariantCulture, $"{same.First().End:yyyy-MM-dd}T23:59:59+08:00"),
                });
            }
            Values = values;
        }

        public IReadOnlyList<object> Values { get; }

        public int Place(ObservationView row) => places[row.Period];
    }
}
