using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Figures;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Api.Tests.Hosting;

/// <summary>
/// A small release written table by table: three cities, 2023-01 to 2024-09, with a missing month, a break of a series, an interval and
/// figures that were corrected later, so that each can be asked for.
/// </summary>
static class SampleRelease
{
    public const string Shijiazhuang = "130100";
    public static readonly DateTime FirstKnown = new(2024, 10, 10, 0, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Corrected = new(2024, 11, 10, 0, 0, 0, DateTimeKind.Utc);

    static readonly (int Code, string Name, string Level, int? Parent, string Kind)[] Areas =
    [
        (0, "全国", "nation", null, ""), (130000, "河北省", "province", 0, "province"), (510000, "四川省", "province", 0, "province"),
        (130100, "石家庄市", "city", 130000, "prefecture-level city"), (130200, "唐山市", "city", 130000, "prefecture-level city"),
        (510100, "成都市", "city", 510000, "sub-provincial city"), (130102, "长安区", "district", 130100, "district"),
    ];

    static readonly int[] Cities = [130100, 130200, 510100];
    static readonly Month First = new(2023, 1);
    static readonly Month Last = new(2024, 9);

    /// <summary>A figure about a group of one city in one month.</summary>
    public const string OfAGroup = "C07::130200:2023-11:channel:3";

    // Each kind is written once in a test run: some thousand rows take seconds, a copy none.
    static readonly ConcurrentDictionary<(int Number, bool Synthetic, string? HeldBack), Lazy<(string Folder, string Name)>> Made = new();

    /// <summary>Puts the release into a warehouse and points to it.</summary>
    /// <param name="heldBack">A figure that is not for every reader.</param>
    public static string Publish(string warehouse, int number = 1, bool synthetic = true, string? heldBack = null)
    {
        var (made, name) = Made.GetOrAdd((number, synthetic, heldBack), kind => new(() => Make(kind.Number, kind.Synthetic, kind.HeldBack))).Value;
        var folder = Directory.CreateDirectory(Path.Combine(warehouse, "releases")).FullName;
        foreach (var file in Directory.EnumerateFiles(made)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        return name;
    }

    static (string Folder, string Name) Make(int number, bool synthetic, string? heldBack)
    {
        var folder = Directory.CreateTempSubdirectory("dca-release-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var manifest = new ReleaseManifest(number, $"{number:x4}00aabbccddee", number == 1 ? FirstKnown : Corrected, synthetic, Hash("d"), Hash("i"));
        var file = Path.Combine(folder, $"{manifest.Name}.duckdb");
        using (var connection = new DuckDBConnection($"DataSource={file}"))
        {
            connection.Open();
            Create(connection, manifest);
            using var transaction = connection.BeginTransaction();
            foreach (var header in SampleIndicators.All)
                connection.Execute("INSERT INTO indicator VALUES ($code, $version, $hash, '', $header, $sql)",
                    ("code", CodeOf(header)), ("version", header.Version), ("hash", Hash(header.Id)), ("header", DefinitionJson.Write(header)),
                    ("sql", "SELECT origin, area_code, month, above, below\nFROM mart.sample"));
            foreach (var city in Cities) Fill(connection, city, corrected: number > 1);
            if (heldBack?.Split(':') is [var code, var variant, var area, var period, var breakdown, var member])
                connection.Execute(
                    "UPDATE observation SET held_back = 'Small' WHERE indicator = $code AND variant = $variant AND area_code = $area AND period = $period AND breakdown = $breakdown AND member = $member",
                    ("code", code), ("variant", variant), ("area", int.Parse(area, CultureInfo.InvariantCulture)), ("period", period), ("breakdown", breakdown), ("member", member));
            transaction.Commit();
        }
        File.WriteAllText(ReleaseStore.PointerFile(folder), JsonSerializer.Serialize(new CurrentRelease(manifest.Name, Path.GetFileName(file))));
        return (folder, manifest.Name);
    }

    static void Create(DuckDBConnection connection, ReleaseManifest manifest)
    {
        connection.Execute(
            """
            CREATE TABLE release (number INTEGER, id VARCHAR, published_at TIMESTAMP, synthetic BOOLEAN, definitions_hash VARCHAR, inputs_hash VARCHAR);
            CREATE TABLE indicator (code VARCHAR, version INTEGER, hash VARCHAR, path VARCHAR, header_json VARCHAR, sql VARCHAR);
            CREATE TABLE observation (indicator VARCHAR, variant VARCHAR, area_code INTEGER, frequency VARCHAR, period VARCHAR, last_month INTEGER, breakdown VARCHAR, member VARCHAR,
                numerator HUGEINT, denominator HUGEINT, value DECIMAL(28, 6), low DECIMAL(28, 6), high DECIMAL(28, 6), status VARCHAR, note VARCHAR,
                definition_version INTEGER, definition_hash VARCHAR, known_from TIMESTAMP, known_to TIMESTAMP, held_back VARCHAR);
            CREATE TABLE input (load_id INTEGER, source VARCHAR, file_name VARCHAR, sha256 VARCHAR, loaded_at TIMESTAMP, synthetic BOOLEAN, rows_read BIGINT, rows_accepted BIGINT, rows_rejected BIGINT, rows_superseded BIGINT);
            CREATE TABLE rejection (load_id INTEGER, line INTEGER, column_name VARCHAR, rule VARCHAR, severity VARCHAR, found VARCHAR, expected VARCHAR, message_zh VARCHAR, message_en VARCHAR, remedy_zh VARCHAR, remedy_en VARCHAR);
            CREATE TABLE load_coverage (load_id INTEGER, city_code INTEGER, first_month INTEGER, last_month INTEGER);
            INSERT INTO rejection VALUES (1, 8, 'openings', 'type', 'rejection', '八', 'a whole number', '第8行：应为整数', 'line 8: expected a whole number', '改正后重新报送', 'correct it and send it again');
            INSERT INTO load_coverage VALUES (1, 130100, 24276, 24299);
            CREATE TABLE rejection_summary (load_id INTEGER, source VARCHAR, rule VARCHAR, column_name VARCHAR, severity VARCHAR, rows BIGINT);
            CREATE TABLE area (area_code INTEGER, name VARCHAR, level VARCHAR, parent_code INTEGER, kind VARCHAR, synthetic BOOLEAN);
            CREATE TABLE target (indicator VARCHAR, area_code INTEGER, year INTEGER, target DECIMAL(28, 6), baseline DECIMAL(28, 6));
            INSERT INTO rejection_summary VALUES (1, 'job_postings', 'type', 'openings', 'rejection', 12), (1, 'job_postings', 'identifier', 'employer_code', 'warning', 3);
            INSERT INTO target VALUES ('E01', 130100, 2024, 120000, 118000), ('E05', 130100, 2024, 4.5, NULL), ('E01', 130200, 2024, 96000, NULL);
            """);
        connection.Execute("INSERT INTO release VALUES ($number, $id, $published, $synthetic, $definitions, $inputs)",
            ("number", manifest.Number), ("id", manifest.Id), ("published", manifest.PublishedAt), ("synthetic", manifest.Synthetic), ("definitions", manifest.Definitions), ("inputs", manifest.Inputs));
        connection.Execute("INSERT INTO input VALUES (1, 'job_postings', '招聘岗位_130100_2024Q3.csv', $sha, $loaded, $synthetic, 20311, 20297, 14, 203), (2, 'employment_registration', '就业登记_130100_202409.xlsx', $sha, $loaded, $synthetic, 5120, 5120, 0, 0)",
            ("sha", Hash("f")), ("loaded", FirstKnown.AddHours(-2)), ("synthetic", manifest.Synthetic));
        foreach (var (code, name, level, parent, kind) in Areas)
            connection.Execute("INSERT INTO area VALUES ($code, $name, $level, $parent, $kind, false)", ("code", code), ("name", name), ("level", level), ("parent", parent), ("kind", kind));
    }

    static void Fill(DuckDBConnection connection, int city, bool corrected)
    {
        foreach (var header in SampleIndicators.All)
            foreach (var frequency in header.Frequencies)
                for (var month = First; month <= Last; month += 1)
                {
                    if (Period.EndingIn(month, frequency) is not { } period) continue;
                    Put(connection, header, "", city, period, "", "", corrected);
                    foreach (var variant in header.Variants) Put(connection, header, variant.Id, city, period, "", "", corrected);
                    foreach (var dimension in header.Dimensions)
                        for (var member = 1; member <= 3; member++)
                            Put(connection, header, "", city, period, dimension, member.ToString(CultureInfo.InvariantCulture), corrected);
                }
    }

    static void Put(DuckDBConnection connection, IndicatorHeader header, string variant, int city, Period period, string breakdown, string member, bool corrected)
    {
        // 2023-05 was never sent by Tangshan; the registered rate of 2024 stands on another basis than that of 2023.
        var missing = city == 130200 && period.First <= new Month(2023, 5) && period.Last >= new Month(2023, 5);
        var status = missing ? "Missing" : header.Unit == "%" && header.Better == Direction.Lower && period.ToString() == "2024-01" ? "Break" : "Normal";
        var (value, denominator) = Value(header, city, period, member);
        var interval = header.Formula is Formula.Share or Formula.WeightedMean;
        var revised = corrected && !missing && header.Id.StartsWith("E05", StringComparison.Ordinal) && period.ToString() == "2024-08";

        void Row(decimal shown, DateTime from, DateTime? to) => connection.Execute(
            "INSERT INTO observation VALUES ($i, $v, $a, $f, $p, $m, $b, $g, $n, $d, $value, $low, $high, $status, $note, 1, $hash, $from, $to, NULL)",
            ("i", CodeOf(header)), ("v", variant), ("a", city), ("f", period.Frequency.ToString()), ("p", period.ToString()), ("m", period.Last.Index), ("b", breakdown), ("g", member),
            ("n", missing ? null : (long)(shown * denominator / header.Scale)), ("d", missing || header.Denominator is null ? null : denominator),
            ("value", missing ? null : shown), ("low", missing || !interval ? null : shown - 0.8m), ("high", missing || !interval ? null : shown + 0.8m),
            ("status", status), ("note", missing ? "2023年5月数据未报送" : null), ("hash", Hash(header.Id)), ("from", from), ("to", to));

        Row(value, FirstKnown, revised ? Corrected : null);
        if (revised) Row(value + 0.25m, Corrected, null);
    }

    static (decimal Value, long Denominator) Value(IndicatorHeader header, int city, Period period, string member)
    {
        var wave = (period.Last.Index * 7 + city / 100 + member.Length * 3 + (member.Length == 0 ? 0 : member[0])) % 11;
        var value = CodeOf(header) switch
        {
            "E01" => (8_400m + wave * 190m) * (period.Frequency == Frequency.YearToDate ? period.Last.MonthOfYear : period.Months) * (member.Length == 0 ? 1m : 0.3m),
            "E02" => 9.1m * period.Last.MonthOfYear + wave * 0.4m,
            "E05" => 3.1m + wave * 0.06m,
            "E07" or "E08" => 0.85m + wave * 0.05m,
            "E12" => 70m + wave * 0.7m,
            "E21" => 86m + wave * 0.5m,
            "C07" => 93m + wave * 0.5m,
            _ => 97m + wave * 0.24m,
        };
        return (HalfUp.Round(value, header.Decimals), header.Denominator is null ? 1 : 1_000_000);
    }

    static string CodeOf(IndicatorHeader header) => header.Id[..header.Id.IndexOf('_', StringComparison.Ordinal)];

    static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
