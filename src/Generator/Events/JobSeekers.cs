using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>求职登记: some with masked numbers, some ready to take any work.</summary>
sealed class JobSeekers(City city, Timeline timeline, Volume volume, EmploymentRegistrations employments)
    : EventStream("job_seeking", city, timeline, volume, SeekerShape)
{
    static readonly EventShape SeekerShape = new(180, [92, 138, 130, 106, 94, 104, 114, 98, 96, 88, 76, 64], 2);

    // A registration that states no end is taken to be open for ninety days.
    const int DaysWithoutEnd = 90;

    PersonNumber _person;
    string _personText = "", _sex = "", _education = "", _occupation = "";
    bool _masked;
    int _validTo, _closed, _openUntil, _correction;

    public override int MonthsBefore => 6;

    protected override int DrawDetails(ref Draw draw)
    {
        _person = !IsPlain && draw.PerMille(350) ? employments.Worker(ref draw, Month, -1, 4) : PersonOf(Month, Ordinal, 16, 60);
        var kind = draw.Below(1000);
        _masked = kind is >= 20 and < 100;
        _personText = kind < 20 ? "" : _masked ? _person.Masked() : _person.ToString();
        _sex = draw.PerMille(15) ? "" : _person.IsMale ? "1" : "2";
        _education = draw.PerMille(25) ? "" : Choices.Education(ref draw);
        _occupation = Choices.Occupation(ref draw, Choices.SeekerOccupations, withoutRequirement: 90, empty: 35);
        _validTo = draw.PerMille(200) ? 0 : Day + draw.Between(20, 150);
        _correction = draw.Below(2);
        var end = _validTo > 0 ? _validTo : Day + DaysWithoutEnd;
        _closed = draw.PerMille(300) ? Day + draw.Between(1, 80) : 0;
        if (_closed >= end) _closed = 0;
        _openUntil = _closed > 0 ? _closed : end;
        return _closed;
    }

    protected override int OpenUntil => _openUntil;

    string Occupation => IsCorrected && _correction == 0 ? "0" : _occupation;
    string Education => IsCorrected && _correction == 1 ? "21" : _education;

    protected override void Empty(string column)
    {
        if (column == "occupation") _occupation = "";
        else if (column == "education") _education = "";
        else if (column == "sex") _sex = "";
        else base.Empty(column);
    }

    // A masked number cannot be checked.
    protected override (int Persons, int Codes) CheckedIdentifiers => (IsBroken("person_id") || (_personText.Length > 0 && !_masked) ? 1 : 0, 0);

    protected override void FillCells(Span<Cell> cells)
    {
        cells[0] = Key;
        cells[1] = Cell.Of(IsBroken("person_id") ? (_person with { Broken = true }).ToString() : _personText);
        cells[2] = Cell.Code(_sex);
        cells[3] = Cell.Day(_person.Birth.DayNumber);
        cells[4] = Cell.Code(Education);
        cells[5] = Cell.Code(Occupation);
        cells[6] = Area;
        cells[7] = Cell.Day(Day);
        cells[8] = Cell.Day(_validTo);
        cells[9] = IsEnded ? Cell.Day(_closed) : Cell.Empty;
        cells[10] = UpdatedAt;
    }

    protected override void CountEvent(CityTruth truth)
    {
        PersonNumber? known = IsBroken("person_id") ? _person with { Broken = true } : _masked || _personText.Length == 0 ? null : _person;
        truth.Log.Add(new Seeker(known, _sex, Education, Occupation, Day, EndMonth, District) { BirthMonth = Timeline.MonthOf(_person.Birth) });
        truth.CountSeeker(Choices.Major(Occupation), Month, EndMonth);
    }

    int EndMonth
    {
        get
        {
            var end = _validTo > 0 ? _validTo : Day + DaysWithoutEnd;
            return Timeline.MonthOf(IsEnded ? Math.Min(end, _closed) : end);
        }
    }
}
