using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>
/// Counts the events of one city as they are drawn, each once and in its last version. Nothing here reads what was written.
/// Districts are positions: 0 is the city without a district named.
/// </summary>
sealed class CityTruth
{
    readonly Timeline _timeline;
    readonly Headcount[] _districts;
    readonly Dictionary<ulong, Employment> _firstOfYear = [];
    readonly Dictionary<(string Indicator, int Year), long> _targets = [];
    CityTotals? _totals;
    int _year;

    public CityTruth(City city, Timeline timeline)
    {
        (City, _timeline, Calendar) = (city, timeline, new WorkCalendar(timeline));
        Tally = new(timeline.First, timeline.Months);
        _districts = Enumerable.Range(0, city.Districts.Length + 1).Select(_ => new Headcount(timeline.First, timeline.Months)).ToArray();
        foreach (var year in timeline.Years) Tally.Targets[year] = null;
    }

    public City City { get; }

    public Tally Tally { get; }

    public WorkCalendar Calendar { get; }

    /// <summary>All records, until the truth is closed.</summary>
    public CityLog Log { get; } = new();

    /// <summary>Counts over the log; none before the records are counted.</summary>
    public IReadOnlyList<TruthTable> Tables { get; private set; } = [];

    /// <summary>Whether the city sent an application.</summary>
    public bool HasApplied { get; private set; }

    /// <summary>Figures that are not added up over cities; none before the truth is closed.</summary>
    public IReadOnlyList<Figure> OwnFigures { get; private set; } = [];

    public Headcount District(int position) => _districts[position];

    /// <summary>Events must come year by year: persons are told apart within one calendar year.</summary>
    public void Count(in Employment employment)
    {
        var year = DateOnly.FromDayNumber(employment.StartedOn).Year;
        if (year < _year) throw new InvalidOperationException($"An employment of {year} came after those of {_year} were counted.");
        if (year > _year) CloseYear();
        _year = year;
        Log.Add(employment);
        if (!employment.IsListed) return;
        if (_firstOfYear.TryGetValue(employment.Person.Key, out var known)
            && (known.StartedOn, known.Ordinal).CompareTo((employment.StartedOn, employment.Ordinal)) < 0) return;
        _firstOfYear[employment.Person.Key] = employment;
    }

    public void CountAttrition(int day, int district) => _districts[district].CountAttrition(day);

    /// <param name="ended">Month of the end; none while the spell is open.</param>
    public void CountUnemployment(int registered, int? ended, int ageAtRegistration, int district)
    {
        if (ageAtRegistration is < 16 or >= 60) return;
        _districts[district].Unemployed.Add(registered, ended - 1 ?? _timeline.Last, 1);
    }

    public void CountOpenings(int occupation, int published, int ended, long openings) => Tally.Openings.Count(occupation, published, ended, openings);

    public void CountSeeker(int occupation, int registered, int ended) => Tally.Seekers.Count(occupation, registered, ended, 1);

    public void CountRating(int month, int channel, int level)
    {
        var counts = Tally.Ratings[channel];
        counts.All.Add(month, 1);
        if (level >= 3) counts.Good.Add(month, 1);
        if (level == 5) counts.VeryGood.Add(month, 1);
    }

    public void CountAnswer(int month, int respondent, long weightHundredths, int? score) => Tally.SurveyOf(month, respondent).Count(weightHundredths, score);

    public void CountKeyCells(string source, int month, int cells, int filled)
    {
        var position = QualityPosition(source);
        if (position < 0) return;
        Tally.KeyCells[position].Whole.Add(month, cells);
        Tally.KeyCells[position].Part.Add(month, filled);
    }

    public void CountIdentifiers(int month, int persons, int validPersons, int codes, int validCodes)
    {
        Tally.Persons.Whole.Add(month, persons);
        Tally.Persons.Part.Add(month, validPersons);
        Tally.CreditCodes.Whole.Add(month, codes);
        Tally.CreditCodes.Part.Add(month, validCodes);
    }

    public void StateStock(int month, int district, long urbanEmployed) => _districts[district].State(month, urbanEmployed);

    public void StateTarget(int year, long target) => Tally.Targets[year] = target;

    /// <summary>Targets of the other indicators, in hundredths.</summary>
    public void StateTarget(string indicator, int year, long hundredths) => _targets[(indicator, year)] = hundredths;

    public IReadOnlyDictionary<int, long> Targets(string indicator) =>
        _targets.Where(target => target.Key.Indicator == indicator).ToDictionary(target => target.Key.Year, target => target.Value);

    /// <summary>To be called once, after the last record; what the city claims about its figures is still to come.</summary>
    public CityTotals CountRecords()
    {
        CloseYear();
        foreach (var district in _districts) Tally.Heads.AddFlows(district);
        Tally.Heads.StateSum(City.StatesStockByDistrict ? _districts[1..] : _districts[..1]);
        Tables = LogTables.Of(this, _timeline);
        HasApplied = Log.Of<Application>().Count > 0;
        var grid = new PeriodGrid(_timeline);
        return _totals = new CityTotals(TruthFiles.OfArea(City.Code, Tally, Tables, grid), grid);
    }

    /// <summary>To be called once, after the city's claims.</summary>
    public void Close()
    {
        var totals = _totals ?? CountRecords();
        OwnFigures = CityFigures.Of(this, totals, _timeline).ToArray();
        Log.Forget();
    }

    void CloseYear()
    {
        foreach (var employment in _firstOfYear.Values)
        {
            var month = Timeline.MonthOf(employment.StartedOn);
            _districts[employment.District].CountEmployed(employment.StartedOn);
            CountMember("sex", employment.Sex, month);
            CountMember("education", employment.Education, month);
            CountMember("employment_form", employment.Form, month);
            CountMember("sector", employment.Sector, month);
            CountMember("prior_status", employment.PriorStatus, month);
        }
        _firstOfYear.Clear();
    }

    void CountMember(string dimension, string member, int month)
    {
        if (member.Length > 0) Tally.GrossOf(dimension, member).Add(month, 1);
    }

    static int QualityPosition(string source)
    {
        for (var i = 0; i < Tally.QualitySources.Count; i++)
            if (Tally.QualitySources[i] == source) return i;
        return -1;
    }
}
