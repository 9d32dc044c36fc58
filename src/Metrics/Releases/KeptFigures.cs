using System.Collections.Concurrent;
using System.Numerics;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>An answer of a release, and until when it was the answer (UTC); null for the current one.</summary>
sealed record KnownObservation(Observation Observation, DateTime? KnownTo);

/// <summary>Of what an indicator has figures in an area.</summary>
/// <param name="Current">How many current figures.</param>
/// <param name="LastMonth">Month index in which the latest current figure with a value ends; null when none has one.</param>
/// <param name="LastMonthly">The same of monthly figures alone.</param>
sealed record FigureSpan(int Current, int? LastMonth, int? LastMonthly);

/// <summary>
/// The figures of a release file in memory. A release of some cities is read whole when it is opened; of a nation's, what is asked for is read and
/// kept: the figures of an area together, and all of an indicator once it was asked of several areas.
/// </summary>
sealed class KeptFigures
{
    /// <summary>So many figures are read within a few seconds.</summary>
    public const long ReadWholeUpTo = 1_000_000;

    const int AreasBeforeAll = 4;

    readonly string file;
    readonly ConcurrentDictionary<(string Indicator, int Area), IReadOnlyList<KnownObservation>> figures = [];
    readonly Dictionary<string, int> areasAsked = new(StringComparer.Ordinal);
    readonly Lock reading = new();

    /// <param name="readWholeUpTo">How many figures, former ones counted, are read at once.</param>
    public KeptFigures(DuckDBConnection release, string file, long readWholeUpTo)
    {
        this.file = file;
        ReleasedFigures.View(release, "released");
        Spans = release.Query(
            """
            SELECT indicator, area_code,
                   count(*) FILTER (known_to IS NULL),
                   max(last_month) FILTER (known_to IS NULL AND value IS NOT NULL),
                   max(last_month) FILTER (known_to IS NULL AND value IS NOT NULL AND frequency = 'Month')
            FROM released
            GROUP BY ALL
            """,
            row => (Key: (row.GetString(0), row.GetInt32(1)), Span: new FigureSpan((int)row.GetInt64(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.IsDBNull(4) ? null : row.GetInt32(4))))
            .ToDictionary(x => x.Key, x => x.Span);
        Periods = release.Query("SELECT DISTINCT period FROM released WHERE known_to IS NULL", row => Period.Parse(row.GetString(0)));
        if (release.Count("SELECT count(*) FROM released") <= readWholeUpTo) Read(release, "true");
    }

    /// <summary>Every indicator and area that has figures.</summary>
    public IReadOnlyDictionary<(string Indicator, int Area), FigureSpan> Spans { get; }

    /// <summary>The periods of all current figures, in no order.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>All answers ever given, in the order of variant, breakdown, member, frequency, period and the time they were known.</summary>
    public IReadOnlyList<KnownObservation> Of(string indicator, int area)
    {
        if (!Spans.ContainsKey((indicator, area))) return [];
        if (figures.TryGetValue((indicator, area), out var known)) return known;
        lock (reading)
        {
            if (figures.TryGetValue((indicator, area), out known)) return known;
            using var release = ReleaseFiles.Open(file);
            ReleasedFigures.View(release, "released");
            var areas = areasAsked[indicator] = areasAsked.GetValueOrDefault(indicator) + 1;
            if (areas > AreasBeforeAll) Read(release, "indicator = $asked", ("asked", indicator));
            else Read(release, "area_code = $asked", ("asked", area));
            return figures[(indicator, area)];
        }
    }

    void Read(DuckDBConnection release, string condition, params (string, object?)[] parameters)
    {
        using var command = release.Command(
            $"""
            SELECT indicator, variant, area_code, period, breakdown, member, numerator, denominator, value, low, high, status, note,
                   definition_version, known_from, known_to, held_back
            FROM released
            WHERE {condition}
            ORDER BY indicator, area_code, variant, breakdown, member, frequency, last_month, known_from
            """, parameters);
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        var periods = new Dictionary<string, Period>(StringComparer.Ordinal);
        var list = new List<KnownObservation>();
        while (reader.Read())
        {
            var observation = Observation(reader, periods);
            if (list.Count > 0 && Key(list) != (observation.Id.Indicator, observation.Id.AreaCode))
            {
                Keep(list);
                list = [];
            }
            list.Add(new KnownObservation(observation, reader.IsDBNull(15) ? null : Utc(reader.GetDateTime(15))));
        }
        if (list.Count > 0) Keep(list);
    }

    // Others read meanwhile: they see all of a list or nothing of it. One that was read before stays; it holds the same.
    void Keep(List<KnownObservation> list) => figures.TryAdd(Key(list), list);

    static (string, int) Key(List<KnownObservation> list) => (list[0].Observation.Id.Indicator, list[0].Observation.Id.AreaCode);

    static Observation Observation(DuckDBDataReader row, Dictionary<string, Period> periods)
    {
        var periodText = row.GetString(3);
        if (!periods.TryGetValue(periodText, out var period)) periods.Add(periodText, period = Period.Parse(periodText));
        return new Observation
        {
            Id = new FigureId(
                string.Intern(row.GetString(0)), string.Intern(row.GetString(1)), row.GetInt32(2), period, string.Intern(row.GetString(4)), string.Intern(row.GetString(5))),
            Numerator = row.IsDBNull(6) ? null : row.GetFieldValue<BigInteger>(6),
            Denominator = row.IsDBNull(7) ? null : row.GetFieldValue<BigInteger>(7),
            Value = row.IsDBNull(8) ? null : row.GetDecimal(8),
            Low = row.IsDBNull(9) ? null : row.GetDecimal(9),
            High = row.IsDBNull(10) ? null : row.GetDecimal(10),
            Status = Enum.Parse<ObservationStatus>(row.GetString(11)),
            Note = row.TextOrNull(12),
            DefinitionVersion = row.GetInt32(13),
            KnownFrom = Utc(row.GetDateTime(14)),
            Confidential = !row.IsDBNull(16),
        };
    }

    static DateTime Utc(DateTime value) => DateTime.SpecifyKind(value, DateTimeKind.Utc);
}
