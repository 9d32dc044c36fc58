using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Xml.Linq;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;
using ExcelDataReader;

namespace DemoCityAnalytics.Api.Tests.Formats;

/// <summary>One figure as a format gives it back; what a format does not carry is filled in by none of the readers.</summary>
public sealed record Cell(
    string Indicator, string Variant, string Area, string Group, string Period, string? Value, string? Low, string? High, string? Numerator, string? Denominator,
    string Decimals, string Unit, string Status, string? Note, string KnownFrom);

/// <summary>
/// Readers of the nine formats that share nothing with the writers: each gives the rows in the order in which the format holds them, with
/// numbers as written and scaled to the declared decimals.
/// </summary>
static class ReadBack
{
    static readonly Dictionary<string, string> Statuses = new()
    {
        ["A"] = "normal",
        ["P"] = "provisional",
        ["E"] = "estimated",
        ["O"] = "missing",
        ["M"] = "not_applicable",
        ["Q"] = "suppressed",
        ["B"] = "break",
    };

    public static List<Cell> Of(string format, byte[] body) => format switch
    {
        "json" => Json(body),
        "json-stat" => JsonStat(body),
        "csv" => Table(Csv(body)),
        "sdmx-csv" => SdmxCsv(body),
        "sdmx-json" => SdmxJson(body),
        "sdmx-ml" => SdmxMl(body),
        "arrow" => Arrow(body),
        "parquet" => Parquet(body),
        _ => Workbook(body),
    };

    static List<Cell> Json(byte[] body) => JsonDocument.Parse(body).RootElement.GetProperty("observations").EnumerateArray().Select(x =>
    {
        string Text(string name) => x.GetProperty(name).GetString()!;
        string? Raw(string name) => x.GetProperty(name) is { ValueKind: not JsonValueKind.Null } found ? found.GetRawText() : null;
        return new Cell(Text("indicator"), Text("variant"), Raw("areaCode")!, Group(Text("breakdown"), Text("member")), Text("period"),
            Raw("value"), Raw("low"), Raw("high"), Raw("numerator"), Raw("denominator"), Raw("decimals")!, Text("unit"), Text("status"),
            x.GetProperty("note").GetString(), Text("knownFrom"));
    }).ToList();

    static List<Cell> JsonStat(byte[] body)
    {
        var set = JsonDocument.Parse(body).RootElement;
        var ids = set.GetProperty("id").EnumerateArray().Select(x => x.GetString()!).ToList();
        var sizes = set.GetProperty("size").EnumerateArray().Select(x => x.GetInt64()).ToList();
        var codes = ids.Select(id => set.GetProperty("dimension").GetProperty(id).GetProperty("category").GetProperty("index").EnumerateArray().Select(x => x.GetString()!).ToList()).ToList();
        var extension = set.GetProperty("extension");
        string? At(JsonElement cells, long place) => cells.TryGetProperty(place.ToString(CultureInfo.InvariantCulture), out var cell) ? cell.ValueKind == JsonValueKind.String ? cell.GetString() : cell.GetRawText() : null;
        // A cube is walked by place: the rows' order must come out of it.
        return set.GetProperty("status").EnumerateObject().Select(x => long.Parse(x.Name, CultureInfo.InvariantCulture)).Order().Select(place =>
        {
            var at = new string[ids.Count];
            var rest = place;
            for (var i = ids.Count - 1; i >= 0; i--) (at[i], rest) = (codes[i][(int)(rest % sizes[i])], rest / sizes[i]);
            string Code(string id) => at[ids.IndexOf(id)];
            var unit = extension.GetProperty("units").GetProperty($"{Code("indicator")}:{Code("variant")}");
            string? Measure(string id) => At(set.GetProperty("value"), place + codes[^1].IndexOf(id));
            return new Cell(Code("indicator"), Code("variant") == "main" ? "" : Code("variant"), Code("ref_area"), Code("group") == "_T" ? "" : Code("group"), Code("time_period"),
                Measure("value"), Measure("low"), Measure("high"), Measure("numerator"), Measure("denominator"), unit.GetProperty("decimals").GetRawText(), unit.GetProperty("unit").GetString()!,
                At(set.GetProperty("status"), place)!, At(extension.GetProperty("note"), place), At(extension.GetProperty("knownFrom"), place)!);
        }).ToList();
    }

    static List<Cell> SdmxCsv(byte[] body) => Csv(body).Select(x => Sdmx(id => x[id] is { Length: > 0 } text ? text : null)).ToList();

    static List<Cell> SdmxJson(byte[] body)
    {
        var data = JsonDocument.Parse(body).RootElement.GetProperty("data");
        var structure = data.GetProperty("structures")[0];
        var dimensions = structure.GetProperty("dimensions");
        var attributes = structure.GetProperty("attributes").GetProperty("observation").EnumerateArray().Select(x => x.GetProperty("id").GetString()!).ToList();
        return data.GetProperty("dataSets").EnumerateArray().SelectMany(set => set.GetProperty("series").EnumerateObject()).SelectMany(series => series.Value.GetProperty("observations").EnumerateObject().Select(observation =>
        {
            var cell = observation.Value.EnumerateArray().Select(x => x.ValueKind switch { JsonValueKind.Null => null, JsonValueKind.String => x.GetString(), _ => x.GetRawText() }).ToList();
            var places = series.Name.Split(':').Select(int.Parse).ToList();
            return Sdmx(id => id switch
            {
                "OBS_VALUE" => cell[0],
                "TIME_PERIOD" => dimensions.GetProperty("observation")[0].GetProperty("values")[int.Parse(observation.Name, CultureInfo.InvariantCulture)].GetProperty("value").GetString(),
                _ when attributes.IndexOf(id) is >= 0 and var i => cell[1 + i],
                _ => dimensions.GetProperty("series").EnumerateArray().Select((x, i) => x.GetProperty("id").GetString() == id ? x.GetProperty("values")[places[i]].GetProperty("id").GetString() : null).First(x => x is not null),
            });
        })).ToList();
    }

    static List<Cell> SdmxMl(byte[] body)
    {
        XNamespace generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
        static string? Value(XElement? values, string id) => values?.Elements().FirstOrDefault(x => x.Attribute("id")!.Value == id)?.Attribute("value")!.Value;
        return XDocument.Load(new MemoryStream(body)).Descendants(generic + "Series").SelectMany(series => series.Elements(generic + "Obs").Select(observation => Sdmx(id => id switch
        {
            "OBS_VALUE" => observation.Element(generic + "ObsValue")?.Attribute("value")!.Value,
            "TIME_PERIOD" => observation.Element(generic + "ObsDimension")!.Attribute("value")!.Value,
            _ => Value(observation.Element(generic + "Attributes"), id) ?? Value(series.Element(generic + "SeriesKey"), id),
        }))).ToList();
    }

    static Cell Sdmx(Func<string, string?> at)
    {
        var time = at("TIME_PERIOD")!;
        // 2024-01-01/P6M is the year so far up to June; 2024-01-01/P12M that up to December, or the twelve months up to it.
        var period = time.Split("/P") is [var start, var months]
            ? DateOnly.Parse(start, CultureInfo.InvariantCulture).AddMonths(int.Parse(months.TrimEnd('M'), CultureInfo.InvariantCulture) - 1).ToString("yyyy-MM", CultureInfo.InvariantCulture) + (at("FREQ") == "R12" ? "-r12" : "-ytd")
            : time;
        return new Cell(at("INDICATOR")!, at("VARIANT") == "main" ? "" : at("VARIANT")!, at("REF_AREA")!, at("GROUP") == "_T" ? "" : at("GROUP")!, period, at("OBS_VALUE"),
            at("CONF_LOW"), at("CONF_HIGH"), at("NUMERATOR"), at("DENOMINATOR"), at("DECIMALS")!, at("UNIT_MEASURE")!, Statuses[at("OBS_STATUS")!], at("OBS_NOTE"), at("KNOWN_FROM")!);
    }

    static List<Cell> Arrow(byte[] body)
    {
        using var reader = new ArrowStreamReader(new MemoryStream(body));
        var rows = new List<Dictionary<string, string>>();
        while (reader.ReadNextRecordBatch() is { } batch)
            for (var i = 0; i < batch.Length; i++)
                rows.Add(batch.Schema.FieldsList.Select((field, c) => (field.Name, Text: batch.Column(c) switch
                {
                    StringArray text => text.GetString(i),
                    Decimal128Array number => number.GetValue(i)?.ToString(CultureInfo.InvariantCulture),
                    TimestampArray time => time.GetTimestamp(i)?.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
                    var other => throw new NotSupportedException(other.GetType().Name),
                })).ToDictionary(x => x.Name, x => x.Text ?? ""));
        return Table(rows);
    }

    static List<Cell> Parquet(byte[] body)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, body);
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            return Table(connection.Query($"SELECT * FROM read_parquet({Sql.Literal(file)})", row => Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, i => row.IsDBNull(i) ? "" : row.GetValue(i) switch
            {
                DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                var text => text.ToString()!,
            })));
        }
        finally
        {
            File.Delete(file);
        }
    }

    static List<Cell> Workbook(byte[] body)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(body));
        reader.Read();
        var head = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i)).ToList();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
            rows.Add(head.Select((name, i) => (name, Text: reader.GetValue(i) switch
            {
                null => "",
                double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
                var text => text.ToString()!,
            })).ToDictionary(x => x.name, x => x.Text));
        return Table(rows);
    }

    static List<Cell> Table(IEnumerable<Dictionary<string, string>> rows) => rows.Select(x =>
    {
        string? Or(string name) => x[name].Length > 0 ? x[name] : null;
        var decimals = Whole(x["decimals"])!;
        string? Exact(string name) => Or(name) is { } text
            ? decimal.Parse(text, CultureInfo.InvariantCulture).ToString("F" + decimals, CultureInfo.InvariantCulture)
            : null;
        return new Cell(x["indicator"], x["variant"], x["area_code"], Group(x["breakdown"], x["member"]), x["period"], Exact("value"), Exact("low"), Exact("high"),
            Whole(Or("numerator")), Whole(Or("denominator")), decimals, x["unit"], x["status"], Or("note"), x["known_from"]);
    }).ToList();

    static string? Whole(string? text) => text is null ? null : BigInteger.Parse(text.Split('.')[0], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    static string Group(string breakdown, string member) => breakdown.Length == 0 ? "" : $"{breakdown}-{member}";

    // The figures' texts hold no line ends, so that a line is a row.
    static List<Dictionary<string, string>> Csv(byte[] body)
    {
        var lines = System.Text.Encoding.UTF8.GetString(body).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        return lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(x => x.First, x => x.Second)).ToList();
    }

    static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var (text, quoted) = (new System.Text.StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') text.Append(line[++i]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(text.ToString());
                text.Clear();
            }
            else text.Append(line[i]);
        }
        return [.. cells, text.ToString()];
    }
}
