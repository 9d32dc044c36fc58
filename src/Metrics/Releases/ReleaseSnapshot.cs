using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Storage;
using DuckDB.NET.Data;

namespace DemoCityAnalytics.Metrics.Releases;

/// <summary>
/// A release in memory: what the API, the portal and evaluation read. Answers come from here, never from a query per request.
/// </summary>
/// <remarks>Memory grows with the number of observations that are asked for (about 400 bytes each), not with the number of source rows.</remarks>
public sealed class ReleaseSnapshot
{
    // The key of the view for readers who are bound to no area.
    const int NoArea = -1;

    readonly KeptFigures figures;
    readonly ConcurrentDictionary<int, ReleaseSnapshot> views = [];

    // Whether confidential figures of an area are shown; null shows those of all.
    Func<int, bool>? mayShow;

    ReleaseSnapshot(string file, ReleaseManifest manifest, KeptFigures figures)
    {
        this.figures = figures;
        File = file;
        Manifest = manifest;
        Key = manifest.Name;
    }

    /// <summary>The release's database file, opened read-only by whoever needs more than is held here.</summary>
    public string File { get; }

    public ReleaseManifest Manifest { get; }

    /// <summary>Tells apart what is answered from this release to different readers: its name, and what of it is held back.</summary>
    public string Key { get; private set; }

    /// <summary>Whether everything is answered, confidential figures too.</summary>
    public bool IsWhole => mayShow is null;

    public IReadOnlyDictionary<int, Area> Areas { get; private set; } = new Dictionary<int, Area>();

    /// <summary>Indicators in the order of their codes.</summary>
    public IReadOnlyList<ReleasedIndicator> Indicators { get; private set; } = [];

    public IReadOnlyList<ReleaseTarget> Targets { get; private set; } = [];

    public IReadOnlyList<ReleaseInput> Inputs { get; private set; } = [];

    /// <summary>The cities that have figures in this release, in the order of their codes.</summary>
    public IReadOnlyList<Area> Cities { get; private set; } = [];

    public static ReleaseSnapshot Open(string file) => Open(file, KeptFigures.ReadWholeUpTo);

    internal static ReleaseSnapshot Open(string file, long readWholeUpTo)
    {
        using var connection = ReleaseFiles.Open(file);
        var manifest = connection.Query(
            "SELECT number, id, published_at, synthetic, definitions_hash, inputs_hash FROM release",
            row => new ReleaseManifest(row.GetInt32(0), row.GetString(1), Utc(row.GetDateTime(2)), row.GetBoolean(3), row.GetString(4), row.GetString(5))).Single();
        var snapshot = new ReleaseSnapshot(file, manifest, new KeptFigures(connection, file, readWholeUpTo))
        {
            Areas = connection.Query(
                "SELECT area_code, name, level, parent_code, kind, synthetic FROM area",
                row => new Area(row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.GetString(4), row.GetBoolean(5)))
                .ToDictionary(area => area.Code),
            Indicators = connection.Query(
                "SELECT code, version, hash, header_json, sql FROM indicator ORDER BY code",
                row => new ReleasedIndicator(row.GetString(0), DefinitionJson.Read<IndicatorHeader>(row.GetString(3)), row.GetString(2), row.GetString(4))),
            Targets = connection.Query(
                "SELECT indicator, area_code, year, target, baseline FROM target ORDER BY indicator, area_code, year",
                row => new ReleaseTarget(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetDecimal(3), row.IsDBNull(4) ? null : row.GetDecimal(4))),
            Inputs = connection.Query(
                """
                SELECT load_id, source, file_name, sha256, loaded_at, synthetic, rows_read, rows_accepted, rows_rejected, rows_superseded
                FROM input
                ORDER BY load_id
                """,
                row => new ReleaseInput(
                    row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), Utc(row.GetDateTime(4)), row.GetBoolean(5),
                    row.GetInt64(6), row.GetInt64(7), row.GetInt64(8), row.GetInt64(9))),
        };
        var withFigures = snapshot.figures.Spans.Keys.Select(key => key.Area).ToHashSet();
        snapshot.Cities = snapshot.Areas.Values.Where(area => area.Level == "city" && withFigures.Contains(area.Code)).OrderBy(area => area.Code).ToList();
        return snapshot;
    }

    /// <summary>
    /// The same release as it is answered to readers without a duty to the persons: figures about too few of them, and those from which such
    /// could be worked out, are suppressed. This is the one place where that happens; whatever reads the view cannot hand them out.
    /// </summary>
    /// <param name="ownArea">An area whose own figures, and those inside it, are shown all the same.</param>
    public ReleaseSnapshot ForReaders(int? ownArea) => views.GetOrAdd(ownArea ?? NoArea, own =>
    {
        var view = (ReleaseSnapshot)MemberwiseClone();
        view.mayShow = area => own != NoArea && IsInside(area, own);
        view.Key = own == NoArea ? $"{Manifest.Name}+public" : string.Create(CultureInfo.InvariantCulture, $"{Manifest.Name}+{own}");
        return view;
    });

    /// <summary>Whether an area is this one or lies in it.</summary>
    public bool IsInside(int area, int own)
    {
        for (int? at = area; at is { } code; at = Areas.GetValueOrDefault(code)?.ParentCode)
            if (code == own) return true;
        return false;
    }

    public ReleasedIndicator? FindIndicator(string codeOrId) =>
        Indicators.FirstOrDefault(x => x.Code.Equals(codeOrId, StringComparison.OrdinalIgnoreCase) || x.Header.Id.Equals(codeOrId, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// All observations of an indicator in an area, in the order of variant, breakdown, member, frequency and period.
    /// </summary>
    /// <param name="asOf">Answers as they stood at this moment (UTC); the latest when left out.</param>
    public IEnumerable<Observation> Observations(string indicator, int areaCode, DateTime? asOf = null) =>
        Shown(areaCode, figures.Of(indicator, areaCode)
            .Where(x => asOf is null ? x.KnownTo is null : x.Observation.KnownFrom <= asOf && (x.KnownTo is null || x.KnownTo > asOf)));

    /// <summary>All answers ever given, in the same order; earlier ones before later ones.</summary>
    public IEnumerable<Observation> AllObservations(string indicator, int areaCode) =>
        Shown(areaCode, figures.Of(indicator, areaCode));

    /// <summary>Whether an indicator has current figures in an area.</summary>
    public bool Has(string indicator, int areaCode) => figures.Spans.GetValueOrDefault((indicator, areaCode)) is { Current: > 0 };

    /// <summary>How many current figures the release has.</summary>
    public int FigureCount => figures.Spans.Values.Sum(span => span.Current);

    /// <summary>The periods of all current figures, in no order.</summary>
    public IReadOnlyList<Period> Periods => figures.Periods;

    IEnumerable<Observation> Shown(int areaCode, IEnumerable<KnownObservation> known) => mayShow is null || mayShow(areaCode)
        ? known.Select(x => x.Observation)
        : known.Select(x => x.Observation.Confidential ? x.Observation.Suppressed() : x.Observation);

    /// <summary>The total's series of one variant and frequency, oldest first.</summary>
    public IReadOnlyList<Observation> Series(string indicator, int areaCode, Frequency frequency, string variant = "", DateTime? asOf = null) =>
        Observations(indicator, areaCode, asOf)
            .Where(x => x.Id.Period.Frequency == frequency && x.Id.Variant == variant && x.Id.Breakdown.Length == 0)
            .OrderBy(x => x.Id.Period.Last).ToList();

    public Observation? Find(FigureId id, DateTime? asOf = null) => Observations(id.Indicator, id.AreaCode, asOf).FirstOrDefault(x => x.Id == id);

    /// <summary>The same figure a year earlier, with which it may be compared; null when there is none, or on another basis.</summary>
    public Observation? YearBefore(FigureId id, DateTime? asOf = null) =>
        FindIndicator(id.Indicator)?.Header.OnSameBasis(id, id.Period.YearBefore()) == false ? null : Find(id with { Period = id.Period.YearBefore() }, asOf);

    /// <summary>What was answered before for this figure, oldest first, the current answer last.</summary>
    public IReadOnlyList<Observation> History(FigureId id) =>
        AllObservations(id.Indicator, id.AreaCode).Where(x => x.Id == id).OrderBy(x => x.KnownFrom).ToList();

    /// <summary>
    /// The latest month that at least half of this area's monthly indicators have reached, or null when it has no figures: a register sent ahead of
    /// the others does not move an area to a month about which hardly anything is known.
    /// </summary>
    public Month? LatestMonth(int areaCode)
    {
        var spans = Indicators.Where(indicator => indicator.Header.Model is null).Select(indicator => figures.Spans.GetValueOrDefault((indicator.Code, areaCode))).ToList();
        var monthly = spans.Select(span => span?.LastMonthly).OfType<int>().ToList();
        var reached = (monthly.Count > 0 ? monthly : spans.Select(span => span?.LastMonth).OfType<int>()).OrderDescending().ToList();
        return reached.Count == 0 ? null : new Month(reached[(reached.Count - 1) / 2]);
    }

    static DateTime Utc(DateTime value) => DateTime.SpecifyKind(value, DateTimeKind.Utc);
}

/// <summary>An indicator as it was defined in a release.</summary>
public sealed record ReleasedIndicator(string Code, IndicatorHeader Header, string Hash, string Sql)
{
    /// <inheritdoc cref="IndicatorHeader.Standard"/>
    public int Standard => Header.Standard;
}
