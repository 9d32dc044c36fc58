using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>自然减员: retirements, deaths and injuries, some found to be rural afterwards.</summary>
sealed class NaturalAttrition(City city, Timeline timeline, Volume volume, EmploymentRegistrations employments)
    : EventStream("natural_attrition", city, timeline, volume, AttritionShape)
{
    static readonly EventShape AttritionShape = new(60, [112, 90, 104, 98, 96, 102, 100, 98, 100, 98, 96, 106], 5);

    PersonNumber _person;
    string _kind = "";
    bool _urban, _foundRural;

    protected override int DrawDetails(ref Draw draw)
    {
        // Now and then somebody registers work after having left it for good.
        _person = !IsPlain && draw.PerMille(120) ? employments.Worker(ref draw, Month, -8, 4) : PersonOf(Month, Ordinal, 48, 63);
        _kind = Choices.Digit(draw.Weighted([880, 90, 30]) + 1);
        _urban = draw.PerMille(900);
        _foundRural = draw.PerMille(500);
        return 0;
    }

    bool Urban => _urban && !(IsCorrected && _foundRural);
    string Kind => IsCorrected && !_foundRural ? "3" : _kind;

    protected override (int Persons, int Codes) CheckedIdentifiers => (1, 0);

    protected override void FillCells(Span<Cell> cells)
    {
        cells[0] = Key;
        cells[1] = Cell.Of((_person with { Broken = IsBroken("person_id") }).ToString());
        cells[2] = Cell.Code(Kind);
        cells[3] = Cell.YesNo(Urban);
        cells[4] = Cell.Day(Day);
        cells[5] = Area;
        cells[6] = UpdatedAt;
    }

    protected override void CountEvent(CityTruth truth)
    {
        truth.Log.Add(new Attrition(_person with { Broken = IsBroken("person_id") }, Day));
        if (Urban) truth.CountAttrition(Day, District);
    }
}
