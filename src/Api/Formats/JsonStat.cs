using System.Globalization;
using System.Text.Json;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Endpoints;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>
/// JSON-stat 2.0: a sparse cube of the six dimensions and the measures. Every figure has a status, so that a figure without a value is
/// told from a cell that is no figure at all.
/// </summary>
sealed class JsonStat : ObservationFormat
{
    static readonly (string Id, Func<ObservationView, object?> Of)[] Measures =
    [
        ("value", x => x.Value), ("low", x => x.Low), ("high", x => x.High), ("numerator", x => x.Numerator), ("denominator", x => x.Denominator),
    ];

    public override string Name => "json-stat";
    public override string MediaType => "application/vnd.json-stat+json; charset=utf-8";
    public override string Extension => "json";

    public override async Task Write(ObservationSet set, Stream to, CancellationToken cancel)
    {
        var cube = new Cube(set);
        await using var json = new JsonOutput(to);
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("version", "2.0");
        writer.WriteString("class", "dataset");
        writer.WriteString("label", cube.Names.Dimension("DATAFLOW"));
        writer.WriteString("source", "DemoCityAnalytics");
        writer.WriteString("updated", TableColumns.Instant(set.Prepared));
        if (set.Mark.Length > 0)
        {
            writer.WriteStartArray("note");
            writer.WriteStringValue(set.Mark);
            writer.WriteEndArray();
        }
        WriteDimensions(json, set, cube);
        await WriteCells(json, "value", set, cube, (row, place) =>
        {
            for (var i = 0; i < Measures.Length; i++)
                if (Measures[i].Of(row) is { } cell)
                {
                    writer.WritePropertyName(Key(place + i));
                    writer.WriteRawValue(TableColumns.Text(cell));
                }
        }, cancel);
        await WriteCells(json, "status", set, cube, (row, place) => writer.WriteString(Key(place), QueryReader.Snake(row.Status.ToString())), cancel);
        writer.WriteStartObject("extension");
        json.Property("release", set.ReleaseView);
        json.Property("asOf", set.AsOf);
        WriteUnits(writer, set);
        await WriteCells(json, "note", set, cube, (row, place) =>
        {
            if (row.Note is { } note) writer.WriteString(Key(place), note);
        }, cancel);
        await WriteCells(json, "knownFrom", set, cube, (row, place) => writer.WriteString(Key(place), TableColumns.Instant(row.KnownFrom)), cancel);
        writer.WriteEndObject();
        writer.WriteEndObject();
        await json.Pass(cancel);
    }

    static string Key(long place) => place.ToString(CultureInfo.InvariantCulture);

    static void WriteDimensions(JsonOutput json, ObservationSet set, Cube cube)
    {
        var writer = json.Writer;
        json.Property("id", cube.Dimensions.Select(d => d.Id.ToLowerInvariant()).Append("measure"));
        json.Property("size", cube.Dimensions.Select(d => d.Codes.Count).Append(Measures.Length));
        json.Property("role", new { time = new[] { "time_period" }, geo = new[] { "ref_area" }, metric = new[] { "indicator" } });
        writer.WriteStartObject("dimension");
        foreach (var dimension in cube.Dimensions)
        {
            writer.WriteStartObject(dimension.Id.ToLowerInvariant());
            writer.WriteString("label", cube.Names.Dimension(dimension.Id));
            writer.WriteStartObject("category");
            json.Property("index", dimension.Codes);
            json.Property("label", dimension.Codes.ToDictionary(code => code, dimension.NameOf));
            if (dimension.Id == "INDICATOR")
                json.Property("unit", dimension.Codes.Select(code => set.Release.FindIndicator(code)!).ToDictionary(
                    x => x.Code, x => new { label = x.Header.Unit, symbol = x.Header.Unit, decimals = x.Header.Decimals }));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteStartObject("measure");
        writer.WriteString("label", cube.Names.Dimension("MEASURE"));
        writer.WriteStartObject("category");
        json.Property("index", Measures.Select(m => m.Id));
        json.Property("label", Measures.ToDictionary(m => m.Id, m => cube.Names.Dimension(m.Id)));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Units that differ from the indicator's own: those of its variants.
    static void WriteUnits(Utf8JsonWriter writer, ObservationSet set)
    {
        writer.WriteStartObject("units");
        foreach (var code in set.Indicators)
        {
            var header = set.Release.FindIndicator(code)!.Header;
            foreach (var variant in header.Variants.Select(v => v.Id).Prepend(""))
            {
                var (unit, decimals) = ObservationView.Shape(header, variant);
                writer.WritePropertyName($"{code}:{Cube.VariantCode(variant)}");
                JsonSerializer.Serialize(writer, new { unit, decimals }, JsonText.Options);
            }
        }
        writer.WriteEndObject();
    }

    static async Task WriteCells(JsonOutput json, string name, ObservationSet set, Cube cube, Action<ObservationView, long> write, CancellationToken cancel)
    {
        json.Writer.WriteStartObject(name);
        foreach (var row in set.Rows)
        {
            var place = 0L;
            foreach (var dimension in cube.Dimensions) place = place * dimension.Codes.Count + dimension.Place(row);
            write(row, place * Measures.Length);
            await json.MayPass(cancel);
        }
        json.Writer.WriteEndObject();
    }
}
