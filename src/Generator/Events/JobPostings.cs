using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>招聘岗位: open for a while, some closed early, a few without an occupation requirement.</summary>
sealed class JobPostings(City city, Timeline timeline, Volume volume, Employers employers)
    : EventStream("job_postings", city, timeline, volume, PostingShape)
{
    static readonly EventShape PostingShape = new(190, [78, 132, 140, 112, 100, 96, 92, 96, 108, 98, 82, 66], 4);

    // A posting that states no end is taken to be open for thirty days.
    const int DaysWithoutEnd = 30;

    Employer _employer = employers.All[0];
    string _employerName = "", _creditCode = "", _title = "", _occupation = "", _education = "";
    int _openings, _validTo, _closed, _openUntil, _correction, _correctedOpenings;
    long _salaryMin, _salaryMax;

    public override int MonthsBefore => 4;

    protected override int DrawDetails(ref Draw draw)
    {
        _employer = employers.All[draw.Below(employers.Count)];
        _employerName = draw.PerMille(10) ? "" : _employer.Name;
        _creditCode = draw.PerMille(60) ? "" : _employer.CreditCode;
        _occupation = Choices.Occupation(ref draw, Choices.OpeningOccupations, withoutRequirement: 15, empty: 30);
        _title = Choices.Title(ref draw, _occupation);
        _openings = draw.PerMille(10) ? 0 : draw.PerMille(5) ? draw.Between(10, 40) : 1 + draw.Weighted([720, 180, 60, 40]);
        _education = draw.PerMille(20) ? "" : draw.PerMille(350) ? "99" : Choices.Education(ref draw);
        _salaryMin = draw.Between(24, 90) * 10_000L;
        _salaryMax = _salaryMin + draw.Between(0, 40) * 10_000L;
        _validTo = draw.PerMille(150) ? 0 : Day + draw.Between(7, 90);
        _correction = draw.Below(2);
        _correctedOpenings = draw.Between(1, 4);
        var end = _validTo > 0 ? _validTo : Day + DaysWithoutEnd;
        _closed = draw.PerMille(180) ? Day + draw.Between(1, 60) : 0;
        if (_closed >= end) _closed = 0;
        _openUntil = _closed > 0 ? _closed : end;
        return _closed;
    }

    protected override int OpenUntil => _openUntil;

    int Openings => IsCorrected && _correction == 0 ? _correctedOpenings : _openings;
    string Occupation => IsCorrected && _correction == 1 ? "4" : _occupation;

    string Code => IsBroken("credit_code") ? CreditCode.Broken(_employer.CreditCode) : _creditCode;

    protected override void Empty(string column)
    {
        if (column == "occupation") _occupation = "";
        else if (column == "education") _education = "";
        else base.Empty(column);
    }

    protected override (int Persons, int Codes) CheckedIdentifiers => (0, Code.Length > 0 ? 1 : 0);

    protected override void FillCells(Span<Cell> cells)
    {
        cells[0] = Key;
        cells[1] = Cell.Of(_employer.UnitId);
        cells[2] = Cell.Of(_employerName);
        cells[3] = Cell.Of(Code);
        cells[4] = Cell.Of(_title);
        cells[5] = Cell.Of(Salt % 9 == 0 ? "早班、晚班轮换,\"五险一金\"齐全" : "按岗位说明书执行");
        cells[6] = Cell.Code(Occupation);
        cells[7] = Openings == 0 ? Cell.Empty : Cell.Of(Openings);
        cells[8] = Area;
        cells[9] = Cell.Of("合成路1号");
        cells[10] = Cell.Code(_education);
        cells[11] = Cell.Hundredths(_salaryMin);
        cells[12] = Cell.Hundredths(_salaryMax);
        cells[13] = Salt % 7 == 0 ? Cell.Of(13) : Cell.Empty;
        cells[14] = Cell.Day(Day);
        cells[15] = Cell.Day(_validTo);
        cells[16] = IsEnded ? Cell.Day(_closed) : Cell.Empty;
        cells[17] = Cell.Of("公共就业服务平台");
        cells[18] = UpdatedAt;
    }

    protected override void CountEvent(CityTruth truth)
    {
        var end = _validTo > 0 ? _validTo : Day + DaysWithoutEnd;
        if (IsEnded) end = Math.Min(end, _closed);
        truth.Log.Add(new Posting(KeyText, Day, Timeline.MonthOf(end), _validTo, IsEnded ? _closed : 0, Openings, Occupation, District)
        {
            // The oldest city system does not know descriptions.
            IsComplete = _employerName.Length > 0 && Openings > 0 && _validTo > 0 && City.System != CitySystem.LegacyCsv,
            HasWrongCode = IsBroken("credit_code"),
            // Nor numbers of employers.
            Employer = City.System == CitySystem.LegacyCsv ? null : new(_employer.Industry, _employer.IsState),
        });
        truth.CountOpenings(Choices.Major(Occupation), Month, Timeline.MonthOf(end), Openings);
    }
}
