using System.Globalization;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Verification;

/// <summary>A figure or count that is not as the truth states it.</summary>
public sealed record TruthDifference(string What, string Expected, string Found)
{
    public override string ToString() => $"{What}: expected {Expected}, found {Found}";
}

/// <summary>How many statements of the truth were held against the release, and where they differ.</summary>
/// <param name="BySubject">Statements held, by indicator or by source.</param>
public sealed record TruthReport(IReadOnlyDictionary<string, long> BySubject, IReadOnlyList<TruthDifference> Differences)
{
    public long Compared { get; } = BySubject.Values.Sum();

    /// <summary>One figure of each indicator as it is stated and as it was found: a total of its own view, where there is one with a value.</summary>
    public IReadOnlyDictionary<string, TruthSample> Samples { get; init; } = new Dictionary<string, TruthSample>();
}

/// <summary>A figure of the truth beside the one found.</summary>
public sealed record TruthSample(string Figure, string Expected, string Found);

/// <summary>
/// Holds a release against the truth that a generated folder states, both ways: what is stated must be released, and what is released of the kinds
/// of figure that are stated must be stated.
/// </summary>
public static class TruthComparison
{
    /// <param name="truthFolder">Folder of <c>observations.csv</c>.</param>
    public static TruthReport OfFigures(string truthFolder, ReleaseSnapshot release)
    {
        var differences = new List<TruthDifference>();
        var stated = new HashSet<FigureId>();
        var kinds = new HashSet<(string Indicator, string Variant, string Level, Frequency Frequency, string Breakdown)>();
        foreach (var truth in Rows(Path.Combine(truthFolder, "observations.csv")))
        {
            var id = IdOf(truth);
            stated.Add(id);
            kinds.Add((id.Indicator, id.Variant, release.Areas.TryGetValue(id.AreaCode, out var area) ? area.Level : "", id.Period.Frequency, id.Breakdown));
        }
        var released = release.Indicators.SelectMany(indicator => release.Areas.Keys.SelectMany(area => release.Observations(indicator.Code, area))).ToDictionary(x => x.Id);
        var samples = new Dictionary<string, (int Rank, TruthSample Sample)>(StringComparer.Ordinal);
        foreach (var truth in Rows(Path.Combine(truthFolder, "observations.csv")))
        {
            Compare(truth, released, differences);
            var rank = (truth["value"].Length > 0 ? 4 : 0) + (truth["breakdown"].Length == 0 ? 2 : 0) + (truth["variant"].Length == 0 ? 1 : 0);
            if (rank < samples.GetValueOrDefault(truth["indicator"]).Rank) continue;
            var id = IdOf(truth);
            samples[id.Indicator] = (rank, Sample(id, ValueOf(truth, "value"), released.GetValueOrDefault(id)?.Value));
        }
        foreach (var figure in released.Values.Where(figure => !stated.Contains(figure.Id) && IsSomething(figure)
                     && kinds.Contains((figure.Id.Indicator, figure.Id.Variant, release.Areas[figure.Id.AreaCode].Level, figure.Id.Period.Frequency, figure.Id.Breakdown))))
            differences.Add(new TruthDifference(figure.Id.ToString(), "no such figure", Text(figure.Value)));
        return new TruthReport(stated.GroupBy(id => id.Indicator, StringComparer.Ordinal).ToDictionary(x => x.Key, x => x.LongCount(), StringComparer.Ordinal), differences)
        {
            Samples = samples.ToDictionary(x => x.Key, x => x.Value.Sample, StringComparer.Ordinal),
        };
    }

    /// <summary>Rows rejected, or kept with a warning, by source, rule, column and severity.</summary>
    /// <param name="truthFolder">Folder of <c>rejections.csv</c>.</param>
    public static TruthReport OfRejections(string truthFolder, DuckDBConnection warehouse)
    {
        var found = warehouse.Query(
            """
            SELECT source, rule, column_name, severity, count(*)
            FROM ops.rejection
            JOIN ops.load USING (load_id)
            GROUP BY ALL
            """,
            row => (Key: (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)), Rows: row.GetInt64(4))).ToDictionary(x => x.Key, x => x.Rows);
        var expected = Rows(Path.Combine(truthFolder, "rejections.csv"))
            .GroupBy(x => (x["source"], x["rule"], x["column"], x["severity"]))
            .ToDictionary(x => x.Key, x => x.Sum(row => long.Parse(row["rows"], CultureInfo.InvariantCulture)));
        var differences = expected.Keys.Union(found.Keys).Order()
            .Where(key => expected.GetValueOrDefault(key) != found.GetValueOrDefault(key))
            .Select(key => new TruthDifference(
                $"{key.Item1} {key.Item2} {key.Item3} ({key.Item4})", Rows(expected.GetValueOrDefault(key)), Rows(found.GetValueOrDefault(key))));
        return new TruthReport(expected.Keys.GroupBy(key => key.Item1, StringComparer.Ordinal).ToDictionary(x => x.Key, x => x.LongCount(), StringComparer.Ordinal), [.. differences]);
    }

    static void Compare(Dictionary<string, string> truth, Dictionary<FigureId, Observation> released, List<TruthDifference> differences)
    {
        var id = IdOf(truth);
        if (!released.TryGetValue(id, out var figure))
        {
            differences.Add(new TruthDifference(id.ToString(), truth["value"].Length == 0 ? truth["status"] : truth["value"], "no such figure"));
            return;
        }
        if (!truth["status"].Equals(figure.Status.ToString(), StringComparison.OrdinalIgnoreCase))
            differences.Add(new TruthDifference($"{id} status", truth["status"], $"{figure.Status} {figure.Note}"));
        Check("value", figure.Value);
        // Bounds and parts are compared where the truth states them.
        foreach (var (column, found) in new[] { ("low", figure.Low), ("high", figure.High), ("numerator", (decimal?)figure.Numerator), ("denominator", (decimal?)figure.Denominator) })
            if (truth[column].Length > 0) Check(column, found);

        void Check(string column, decimal? found)
        {
            var expected = ValueOf(truth, column);
            if (expected != found) differences.Add(new TruthDifference($"{id} {column}", Text(expected), Text(found)));
        }
    }

    // Equal figures read alike: what is found gets the truth's closing zeros, and loses nothing.
    static TruthSample Sample(FigureId id, decimal? expected, decimal? found) =>
        new(id.ToString(), Text(expected), Text(found + new decimal(0, 0, 0, false, expected?.Scale ?? 0)));

    static FigureId IdOf(Dictionary<string, string> truth) => new(
        truth["indicator"], truth["variant"], int.Parse(truth["area_code"], CultureInfo.InvariantCulture), Period.Parse(truth["period"]), truth["breakdown"], truth["member"]);

    static decimal? ValueOf(Dictionary<string, string> truth, string column) => truth[column].Length == 0 ? null : decimal.Parse(truth[column], CultureInfo.InvariantCulture);

    // Members that nothing counts for need not be stated.
    static bool IsSomething(Observation figure) => figure.Id.Breakdown.Length == 0 || figure.Value is not (null or 0);

    static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "missing";

    static string Rows(long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} rows");

    static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        string[]? head = null;
        foreach (var line in File.ReadLines(file))
        {
            var cells = line.Split(',');
            if (head is null) head = cells;
            else if (cells.Length == head.Length) yield return head.Zip(cells).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
            else throw new InvalidDataException($"{file}: '{line}' has {cells.Length} cells, expected {head.Length}.");
        }
    }
}
