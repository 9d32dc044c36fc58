using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>失业登记: spells that were open at the start, and spells sent again with their end.</summary>
sealed class UnemploymentRegistrations(City city, Timeline timeline, Volume volume, EmploymentRegistrations employments)
    : EventStream("unemployment_registration", city, timeline, volume, UnemploymentShape)
{
    /// <summary>Share of the events that count as registered unemployed, in thousandths; used to size the labour stock.</summary>
    public const int CountedShare = 720;

    /// <summary>Mean length of a spell in months, in hundredths; used to size the labour stock.</summary>
    public const int MeanLength = 620;

    public static readonly EventShape UnemploymentShape = new(110, [128, 92, 96, 92, 90, 96, 118, 112, 96, 92, 92, 96], 2);

    static readonly string[] Reasons = ["10", "20", "31", "32", "40", "90"];
    static readonly string[] EndReasons = ["1", "2", "3", "4", "9"];

    PersonNumber _person;
    string _sex = "", _education = "", _kind = "", _reason = "", _endReason = "";
    bool _urban, _jobWill, _valid;
    int _lost, _ended, _correction;

    public override int MonthsBefore => 15;

    protected override int DrawDetails(ref Draw draw)
    {
        // Many find work, some have it already.
        _person = !IsPlain && draw.PerMille(420) ? employments.Worker(ref draw, Month, -2, 7) : PersonOf(Month, Ordinal, 16, draw.PerMille(940) ? 58 : 66);
        _sex = draw.PerMille(10) ? "" : _person.IsMale ? "1" : "2";
        _education = draw.PerMille(25) ? "" : Choices.Education(ref draw);
        _kind = draw.PerMille(940) ? "1" : "2";
        _reason = draw.PerMille(20) ? "" : Reasons[draw.Weighted([180, 420, 90, 170, 20, 120])];
        _urban = draw.PerMille(890);
        _jobWill = draw.PerMille(945);
        _valid = draw.PerMille(980);
        _lost = draw.PerMille(100) ? 0 : Day - draw.Between(0, 90);
        _correction = draw.Below(4);
        _ended = draw.PerMille(120) ? 0 : Day + draw.Between(5, draw.PerMille(600) ? 180 : 460);
        _endReason = EndReasons[draw.Weighted([780, 60, 5, 55, 100])];
        return _ended;
    }

    protected override int OpenUntil => _ended;

    bool Valid => _valid && !(IsCorrected && _correction == 0);
    bool JobWill => _jobWill && !(IsCorrected && _correction == 1);
    string Kind => IsCorrected && _correction == 2 ? "2" : _kind;
    string Education => IsCorrected && _correction == 3 ? "31" : _education;
    PersonNumber Person => _person with { Broken = IsBroken("person_id") };

    protected override void Empty(string column)
    {
        if (column == "reason") _reason = "";
        else if (column == "end_reason") _endReason = "";
        else base.Empty(column);
    }

    protected override (int Persons, int Codes) CheckedIdentifiers => (1, 0);

    protected override void FillCells(Span<Cell> cells)
    {
        cells[0] = Key;
        cells[1] = Cell.Of(Person.ToString());
        cells[2] = Cell.Code(_sex);
        cells[3] = Cell.Day(_person.Birth.DayNumber);
        cells[4] = Cell.Code(Education);
        cells[5] = Cell.Code(Kind);
        cells[6] = Cell.YesNo(_urban);
        cells[7] = Cell.Day(_lost);
        cells[8] = Cell.Day(Day);
        cells[9] = Cell.Code(_reason);
        cells[10] = Cell.YesNo(JobWill);
        cells[11] = IsEnded ? Cell.Day(_ended) : Cell.Empty;
        cells[12] = IsEnded ? Cell.Code(_endReason) : Cell.Empty;
        cells[13] = Area;
        cells[14] = Cell.YesNo(Valid);
        cells[15] = UpdatedAt;
    }

    protected override void CountEvent(CityTruth truth)
    {
        var spell = new UnemploymentSpell(
            Person, Day, IsEnded ? _ended : 0, Ordinal, District, _sex, Education, Kind, IsEnded ? _endReason : "", _urban, JobWill, Valid);
        truth.Log.Add(spell);
        if (spell.IsRegisteredUnemployed) truth.CountUnemployment(Month, IsEnded ? Timeline.MonthOf(_ended) : null, spell.Age, District);
    }
}
