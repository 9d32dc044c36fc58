using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>就业登记: some persons twice a year, transfers, renewals, rural rows, voided rows.</summary>
sealed class EmploymentRegistrations(City city, Timeline timeline, Volume volume, Employers employers)
    : EventStream("employment_registration", city, timeline, volume, EmploymentShape)
{
    static readonly EventShape EmploymentShape = new(250, [72, 88, 142, 118, 104, 112, 128, 108, 102, 90, 76, 60], 3);

    PersonNumber _person;
    string _sex = "", _education = "", _form = "", _prior = "", _occupation = "", _sector = "", _creditCode = "";
    bool _urban, _valid, _voided, _reclassified;
    bool? _renewal;
    int _registered, _ended, _endRegistered;
    long _pay;

    protected override int DrawDetails(ref Draw draw)
    {
        _person = DrawPerson(ref draw);
        _sex = draw.PerMille(10) ? "" : draw.PerMille(5) ? "9" : _person.IsMale ? "1" : "2";
        _education = draw.PerMille(20) ? "" : Choices.Education(ref draw);
        _form = Choices.Digit(draw.Weighted([550, 250, 40, 160]) + 1);
        _prior = Choices.Digit(draw.Weighted([380, 370, 90, 160]) + 1);
        _occupation = Choices.Occupation(ref draw, Choices.SeekerOccupations, withoutRequirement: 0, empty: 30);
        _sector = draw.PerMille(25) ? "" : Choices.Digit(draw.Weighted([60, 340, 600]) + 1);
        _creditCode = _form is "4" || draw.PerMille(40) ? "" : employers.All[draw.Below(employers.Count)].CreditCode;
        _urban = draw.PerMille(860);
        _valid = !draw.PerMille(20);
        _renewal = draw.PerMille(90) ? null : draw.PerMille(80);
        _registered = Math.Min(Day + (draw.PerMille(50) ? draw.Between(15, 60) : draw.Between(0, 5)), Timeline.Files[Timeline.FileOf(Month)].LastDay);
        _pay = draw.Between(22, 180) * 10_000L + (draw.PerMille(200) ? draw.Between(0, 99) : 0);
        _voided = draw.PerMille(500);
        _reclassified = draw.PerMille(500);
        _ended = draw.PerMille(280) ? Day + draw.Between(10, draw.PerMille(300) ? 60 : 420) : 0;
        _endRegistered = _ended == 0 || draw.PerMille(60) ? 0 : _ended + draw.Between(0, draw.PerMille(850) ? 14 : 40);
        if (_endRegistered > Timeline.LastDay) _endRegistered = 0;
        return _ended;
    }

    /// <summary>Somebody who registers work in one of these months, counted from the one given.</summary>
    public PersonNumber Worker(ref Draw draw, int month, int from, int to)
    {
        var started = Math.Clamp(month + draw.Between(from, to), Timeline.First, Timeline.Last);
        return PersonOf(started, draw.Below(Count(started)), 17, 58);
    }

    PersonNumber DrawPerson(ref Draw draw)
    {
        if (IsPlain || !draw.PerMille(60) || Ordinal == 0) return PersonOf(Month, Ordinal, 17, 58);
        // Somebody who was registered earlier in the same calendar year.
        var month = draw.Between(Math.Max(Timeline.First, Month / 12 * 12), Month);
        return PersonOf(month, draw.Below(month == Month ? Ordinal : Count(month)), 17, 58);
    }

    string Prior => IsCorrected && !_voided && _reclassified ? "4" : _prior;
    bool Valid => _valid && !(IsCorrected && _voided);

    protected override void Empty(string column)
    {
        if (column == "education") _education = "";
        else if (column == "sector") _sector = "";
        else if (column == "occupation") _occupation = "";
        else base.Empty(column);
    }

    protected override (int Persons, int Codes) CheckedIdentifiers => (1, Code.Length > 0 ? 1 : 0);

    PersonNumber Person => _person with { Broken = IsBroken("person_id") };

    string Code => IsBroken("credit_code") ? CreditCode.Broken(_creditCode.Length > 0 ? _creditCode : employers.All[0].CreditCode) : _creditCode;

    protected override void FillCells(Span<Cell> cells)
    {
        cells[0] = Key;
        cells[1] = Cell.Of(Person.ToString());
        cells[2] = Cell.Code(_sex);
        cells[3] = Cell.Day(_person.Birth.DayNumber);
        cells[4] = Cell.Code(_education);
        cells[5] = Cell.Of(Code);
        cells[6] = Cell.Code(_form);
        cells[7] = Cell.YesNo(_urban);
        cells[8] = Cell.Code(Prior);
        cells[9] = Cell.Code(_occupation);
        cells[10] = Cell.Code(_sector);
        cells[11] = Area;
        cells[12] = Cell.Day(Day);
        cells[13] = Cell.Day(_registered);
        cells[14] = IsEnded ? Cell.Day(_ended) : Cell.Empty;
        cells[15] = IsEnded ? Cell.Day(_endRegistered) : Cell.Empty;
        cells[16] = _renewal is { } renewal ? Cell.YesNo(renewal) : Cell.Empty;
        cells[17] = Cell.Hundredths(IsCorrected ? _pay + 50_000 : _pay);
        cells[18] = Cell.YesNo(Valid);
        cells[19] = UpdatedAt;
    }

    protected override void CountEvent(CityTruth truth) =>
        truth.Count(new Employment(Person, Day, Ordinal, District, _sex, _education, _form, _sector, Prior, Valid, _urban, _renewal == true)
        {
            RegisteredOn = _registered,
            EndedOn = IsEnded ? _ended : 0,
            // The oldest city system does not know when an end was registered.
            EndRegisteredOn = IsEnded && City.System != CitySystem.LegacyCsv ? _endRegistered : 0,
            CreditCode = Code,
        });
}
