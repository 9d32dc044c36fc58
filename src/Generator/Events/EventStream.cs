using System.Globalization;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>One sending of one version of an event's row.</summary>
readonly record struct Sending(int File, int Version);

/// <summary>
/// The events of one source in one city. An event is a function of (seed, city, source, month, ordinal): it is drawn, counted and written,
/// and drawn again when a later file needs it; none is kept. The object holds the event drawn last.
/// </summary>
abstract class EventStream
{
    // Shares in thousandths.
    const int Late = 40, Corrected = 30, Repeated = 15, WithoutUpdateTime = 10;
    const int SecondsPerDay = 86_400;
    const int NotFilled = -1;

    readonly ulong _stream;
    readonly Dictionary<int, int> _counts = [];
    readonly int[] _versionFiles = new int[3];
    readonly long[] _updated = new long[3];
    readonly Sending[] _sendings = new Sending[4];
    readonly Cell[] _cells;
    readonly string[] _areaCodes;
    readonly string _keyPrefix;
    int _versions, _sendingCount, _correctedFrom, _endedFrom, _filled = NotFilled;
    string? _broken;

    protected EventStream(string source, City city, Timeline timeline, Volume volume, EventShape shape)
    {
        (Layout, City, Timeline, Volume, Shape) = (SourceLayout.Of(source), city, timeline, volume, shape);
        _stream = Draw.Name(city.Stream, Draw.Spell(source), 5);
        _cells = new Cell[Layout.Columns.Count];
        _areaCodes = [Code(city.Code), .. city.Districts.Select(Code)];
        DistrictWeights = Enumerable.Range(0, city.Districts.Length).Select(rank => 1000 / (rank + 2)).ToArray();
        _keyPrefix = Code(city.Code);
    }

    public SourceLayout Layout { get; }

    /// <summary>Months before the start whose events are still open in the first file.</summary>
    public virtual int MonthsBefore => 0;

    /// <summary>Sendings of the event drawn last, in the order in which their files are written.</summary>
    public ReadOnlySpan<Sending> Sendings => _sendings.AsSpan(0, _sendingCount);

    /// <summary>Number that city systems use to vary how the event drawn last is written.</summary>
    public ulong Salt { get; private set; }

    protected City City { get; }
    protected Timeline Timeline { get; }
    protected Volume Volume { get; }
    protected EventShape Shape { get; }
    protected int[] DistrictWeights { get; }

    protected int Month { get; private set; }
    protected int Ordinal { get; private set; }

    /// <summary>Whether the version shown has its correction, its end.</summary>
    protected bool IsCorrected { get; private set; }
    protected bool IsEnded { get; private set; }
    protected Cell UpdatedAt { get; private set; }

    /// <summary>Day of the event in its month.</summary>
    protected int Day { get; private set; }

    protected int District { get; private set; }

    /// <summary>Business keys of equal month sort by ordinal.</summary>
    protected Cell Key => Cell.Of(KeyText);

    protected string KeyText => string.Create(CultureInfo.InvariantCulture, $"{_keyPrefix}{Month / 12:0000}{Month % 12 + 1:00}{Ordinal:0000000}");

    protected Cell Area => Cell.Of(_areaCodes[District]);

    public int Count(int month)
    {
        if (!_counts.TryGetValue(month, out var count)) _counts[month] = count = Events(month);
        return count;
    }

    /// <summary>Number of events in a month.</summary>
    protected virtual int Events(int month) => Volume.Count(Shape, month);

    /// <summary>Draws an event; false when it ended before the start and is in no file.</summary>
    public bool DrawEvent(int month, int ordinal) => DrawEvent(month, ordinal, plainFile: null);

    /// <summary>Draws an event that is sent once, in this file, as the carrier of a fault.</summary>
    public void DrawPlain(int month, int ordinal, int file) => DrawEvent(month, ordinal, file);

    bool DrawEvent(int month, int ordinal, int? plainFile)
    {
        (Month, Ordinal, _broken, _filled) = (month, ordinal, null, NotFilled);
        var name = Draw.Name(_stream, month, ordinal);
        var draw = new Draw(name);
        Salt = Draw.Mix(name);
        Day = Timeline.DayNumber(month, draw.Between(1, Timeline.DaysIn(month)));
        District = DistrictWeights.Length == 0 || draw.PerMille(30) ? 0 : 1 + draw.Weighted(DistrictWeights);
        IsPlain = plainFile is not null;
        var end = DrawDetails(ref draw);
        if (month < Timeline.First && OpenUntil > 0 && OpenUntil < Timeline.FirstDay) return false;
        Plan(ref draw, end, plainFile);
        return true;
    }

    protected bool IsPlain { get; private set; }

    /// <summary>Last day on which the event drawn is open, 0 for no end.</summary>
    protected virtual int OpenUntil => 0;

    /// <summary>Draws what the source has beyond day and district. Returns the day of an end that a later row reports, 0 for none.</summary>
    protected abstract int DrawDetails(ref Draw draw);

    protected abstract void FillCells(Span<Cell> cells);

    /// <summary>Counts the event in the version shown.</summary>
    protected abstract void CountEvent(CityTruth truth);

    /// <summary>Empties a coded column of the event drawn, because what will be written there is in no code list.</summary>
    public void Clear(string column)
    {
        Empty(column);
        _filled = NotFilled;
    }

    protected virtual void Empty(string column) => throw new InvalidOperationException($"{Layout.Name}.{column} cannot be emptied.");

    /// <summary>Number of filled cells among persons and credit codes: those that can be checked.</summary>
    protected virtual (int Persons, int Codes) CheckedIdentifiers => (0, 0);

    /// <summary>Gives the identifier of the event drawn a wrong check digit.</summary>
    public void Break(string column) => (_broken, _filled) = (column, NotFilled);

    protected bool IsBroken(string column) => _broken == column;

    public ReadOnlySpan<Cell> Fill(int version)
    {
        if (version == _filled) return _cells;
        Show(version);
        FillCells(_cells);
        _filled = version;
        return _cells;
    }

    /// <summary>Counts the event drawn as it stands after its last version.</summary>
    public void Count(CityTruth truth)
    {
        var cells = Fill(_versions - 1);
        var filled = 0;
        foreach (var column in Layout.KeyColumns)
            if (IsFilled(cells[column])) filled++;
        truth.CountKeyCells(Layout.Name, Month, Layout.KeyColumns.Count, filled);
        var (persons, codes) = CheckedIdentifiers;
        truth.CountIdentifiers(Month, persons, persons - (IsBroken("person_id") ? 1 : 0), codes, codes - (IsBroken("credit_code") ? 1 : 0));
        CountEvent(truth);
    }

    // A text 0 stands for "not known"; the code 0 (无要求) is an answer.
    internal static bool IsFilled(in Cell cell) => cell.Kind != CellKind.Empty && cell is not { Kind: CellKind.Text, Text: "0" };

    protected PersonNumber PersonOf(int month, int ordinal, int youngest, int oldest) =>
        PersonNumber.Of(Draw.Name(_stream, month, ordinal + 500_000_000L), City.PersonAreas, month / 12, youngest, oldest);

    void Show(int version)
    {
        IsCorrected = version >= _correctedFrom;
        IsEnded = version >= _endedFrom;
        UpdatedAt = Cell.Moment(_updated[version]);
    }

    void Plan(ref Draw draw, int end, int? plainFile)
    {
        var last = Timeline.Files.Count - 1;
        var first = plainFile ?? Timeline.FileOf(Month);
        if (plainFile is null && draw.PerMille(Late)) first = Math.Min(last, first + draw.Between(1, 2));
        (_versions, _correctedFrom, _endedFrom) = (1, int.MaxValue, int.MaxValue);
        _versionFiles[0] = first;

        var endFile = end > 0 && Timeline.MonthOf(end) is var endMonth && endMonth <= Timeline.Last ? Timeline.FileOf(endMonth) : int.MaxValue;
        var correctionFile = plainFile is null && draw.PerMille(Corrected) ? Math.Min(last, first + draw.Below(3)) : int.MaxValue;
        if (endFile <= first) (_endedFrom, endFile) = (0, int.MaxValue);
        if (plainFile is not null) endFile = int.MaxValue;
        if (correctionFile <= endFile && correctionFile != int.MaxValue) AddVersion(correctionFile, out _correctedFrom);
        if (endFile != int.MaxValue) AddVersion(endFile, out _endedFrom);
        if (correctionFile > endFile && correctionFile != int.MaxValue) AddVersion(correctionFile, out _correctedFrom);

        SetUpdateTimes(ref draw, end);
        _sendingCount = 0;
        for (var version = 0; version < _versions; version++) _sendings[_sendingCount++] = new(_versionFiles[version], version);
        if (plainFile is not null || !draw.PerMille(Repeated)) return;
        var repeated = draw.Below(_versions);
        _sendings[_sendingCount++] = new(Math.Min(last, _versionFiles[repeated] + draw.Below(2)), repeated);
    }

    void AddVersion(int file, out int version)
    {
        version = _versions++;
        _versionFiles[version] = file;
    }

    // Each version is later than the one before and than the end that it reports.
    void SetUpdateTimes(ref Draw draw, int end)
    {
        var time = (Day + draw.Between(6, 15)) * (long)SecondsPerDay + draw.Between(8 * 3600, 18 * 3600);
        for (var version = 0; version < _versions; version++)
        {
            if (version > 0) time += draw.Between(1, 20) * (long)SecondsPerDay + draw.Below(3600);
            if (version == _endedFrom) time = Math.Max(time, (end + 1) * (long)SecondsPerDay + draw.Between(8 * 3600, 18 * 3600));
            _updated[version] = time;
        }
        if (draw.PerMille(WithoutUpdateTime)) _updated[0] = 0;
    }

    static string Code(int code) => code.ToString(CultureInfo.InvariantCulture);
}
