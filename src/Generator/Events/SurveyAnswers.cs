using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>满意度调查: one survey a year, in November; the months here are Novembers only.</summary>
sealed class SurveyAnswers(City city, Timeline timeline, Volume volume)
    : EventStream("satisfaction_survey", city, timeline, volume, SurveyShape)
{
    // One survey stands for twelve months.
    static readonly EventShape SurveyShape = new(20, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1200, 0], 0);

    const int SmallestSample = 40;

    string _respondent = "";
    int _weight, _correction;
    int? _score;

    protected override int Events(int month) => month % 12 == 10 ? Math.Max(SmallestSample, base.Events(month)) : 0;

    protected override int DrawDetails(ref Draw draw)
    {
        var respondent = draw.Weighted([480, 300, 140, 80]);
        _respondent = Choices.Digit(respondent + 1);
        _weight = draw.Between(40, 380);
        _score = draw.PerMille(220) ? null : Math.Min(100, draw.Between(55, 100) + draw.Between(0, 10) - respondent);
        _correction = draw.Below(11);
        return 0;
    }

    protected override void FillCells(Span<Cell> cells)
    {
        cells[0] = Key;
        cells[1] = Cell.Code(_respondent);
        cells[2] = Area;
        cells[3] = Cell.Day(Day);
        cells[4] = Cell.Hundredths(_weight);
        cells[5] = Score is { } score ? Cell.Of(score) : Cell.Empty;
        cells[6] = UpdatedAt;
    }

    int? Score => IsCorrected && _score is { } score ? Math.Max(0, score - _correction) : _score;

    protected override void CountEvent(CityTruth truth) => truth.CountAnswer(Month, _respondent[0] - '0', _weight, Score);
}
