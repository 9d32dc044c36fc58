using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Identifiers;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Tests.Truth;

/// <summary>A city with two districts over one year; every expected number was worked out by hand.</summary>
public sealed class CityTruthTests
{
    const int January = 2024 * 12, February = January + 1, March = January + 2, April = January + 3, June = January + 5, December = January + 11;

    static readonly Timeline Year = new(January, 12);
    static readonly PeriodGrid Grid = new(Year);

    readonly CityTruth _truth = new(new City(0, 130100, "测试市", 130000, "测试省", CitySystem.StandardCsv, 1000, [130191, 130192], 1) { StatesStockByDistrict = true }, Year);

    [Fact]
    public void E01_CountsAPersonOnceAYear_InTheFirstPlaceAndMonth()
    {
        Employ(person: 1, February, day: 9, ordinal: 3, district: 1, sex: "1");
        Employ(person: 1, February, day: 9, ordinal: 8, district: 2, sex: "2"); // the same day, a later number
        Employ(person: 1, June, day: 1, ordinal: 0, district: 2);
        Employ(person: 2, June, day: 2, ordinal: 1, district: 2, sex: "");
        Employ(person: 3, June, day: 2, ordinal: 2, district: 2, prior: "4");
        Employ(person: 4, June, day: 2, ordinal: 3, district: 2, valid: false);
        Employ(person: 5, June, day: 2, ordinal: 4, district: 2, urban: false);
        Employ(person: 6, June, day: 2, ordinal: 5, district: 2, renewal: true);
        _truth.CountAttrition(Timeline.DayNumber(June, 21), district: 1);
        _truth.Close();

        Assert.Equal("1", Value("E01", "", "2024-02"));
        Assert.Equal("0", Value("E01", "", "2024-06")); // one employed, one lost
        Assert.Equal("1", Value("E01", "", "2024-06-ytd"));
        Assert.Equal("2", Value("E01", "gross", "2024"));
        Assert.Equal("1", Value("E01", "gross", "2024", "sex", "1"));
        Assert.DoesNotContain(Figures(), figure => figure is { Breakdown: "sex", Member: "2" });
        Assert.Equal("0", DistrictValue("E01", "2024", 1)); // one employed, one lost
        Assert.Equal("1", DistrictValue("E01", "2024", 2));
        Assert.Equal("1", Value("E01", "", "2024-06-rm")); // the one lost comes after the 20th
        Assert.Equal("-1", Value("E01", "", "2024-07-rm"));
        Assert.Equal("1", Value("E01", "", "2024-12-r12"));
        Assert.Null(Find("E01", "", "2024-06-r12").Value); // the months before are not known
    }

    [Fact]
    public void E02_DividesTheCumulatedCountByTheTarget()
    {
        for (var person = 1; person <= 7; person++) Employ(person, March, day: 1, ordinal: person, district: 0);
        _truth.StateTarget(2024, 12);
        _truth.Close();

        Assert.Equal("58.33", Value("E02", "", "2024-03-ytd"));
        Assert.Equal("0.00", Value("E02", "", "2024-02-ytd"));
    }

    [Fact]
    public void E05_CountsSpellsOpenAtTheEnd_AndIsMissingWithoutAStock()
    {
        _truth.CountUnemployment(January - 4, ended: March, ageAtRegistration: 30, district: 1); // in January and February
        _truth.CountUnemployment(February, ended: null, ageAtRegistration: 16, district: 1);
        _truth.CountUnemployment(February, ended: February, ageAtRegistration: 30, district: 1); // came and went
        _truth.CountUnemployment(February, ended: null, ageAtRegistration: 60, district: 1); // too old
        _truth.CountUnemployment(February, ended: null, ageAtRegistration: 59, district: 2);
        foreach (var month in new[] { January, February, March, June, December })
        {
            _truth.StateStock(month, 1, 100);
            if (month != June) _truth.StateStock(month, 2, 50);
        }
        _truth.Close();

        Assert.Equal("0.66", Value("E05", "", "2024-01")); // 1 / (1 + 150)
        Assert.Equal("1.96", Value("E05", "", "2024-02")); // 3 / (3 + 150)
        Assert.Equal("1.32", Value("E05", "", "2024-Q1")); // 2 / (2 + 150)
        Assert.Equal("1.96", DistrictValue("E05", "2024-02", 1)); // 2 / (2 + 100)
        Assert.Null(Value("E05", "", "2024-06"));
        Assert.Equal("0.99", DistrictValue("E05", "2024-06", 1)); // 1 / (1 + 100)
        Assert.Equal("1.32", Value("E05", "", "2024"));
    }

    [Fact]
    public void E07_AddsWhatIsCarriedOver()
    {
        _truth.CountOpenings(4, January - 1, ended: January, openings: 3);
        _truth.CountOpenings(9, February, ended: April, openings: 4);
        _truth.CountSeeker(4, January - 2, ended: January - 1); // ended before
        _truth.CountSeeker(4, January, ended: February);
        _truth.CountSeeker(2, April, ended: April);
        _truth.Close();

        Assert.Equal("3.00", Value("E07", "", "2024-01")); // 3 / 1
        Assert.Equal("4.00", Value("E07", "", "2024-02")); // 4 / 1
        Assert.Null(Value("E07", "", "2024-03")); // openings carried, no seeker
        Assert.Equal("7.00", Value("E07", "", "2024-Q1")); // 7 / 1
        Assert.Equal("4.00", Value("E07", "", "2024-Q2")); // 4 carried / 1
        Assert.Equal("3.50", Value("E07", "", "2024")); // 7 / 2
    }

    [Fact]
    public void E08_SharesOutRowsWithoutRequirement_AndE12MatchesByOccupation()
    {
        // Openings: 10 without requirement, 30 in 4, 60 in 6, 5 unmapped. Seekers: 7 without, 20 in 4, 23 in 6, 9 unmapped.
        foreach (var (occupation, openings) in new[] { (0, 10), (4, 30), (6, 60), (9, 5) }) _truth.CountOpenings(occupation, January, January, openings);
        foreach (var (occupation, seekers) in new[] { (0, 7), (4, 20), (6, 23), (9, 9) })
            for (var i = 0; i < seekers; i++) _truth.CountSeeker(occupation, January, January);
        _truth.Close();

        // 4: (30 + 10×20/50) / (20 + round(7×30/100 = 2.1)) = 34 / 22; 6: (60 + 10×23/50) / (23 + round(4.2)) = 64.6 / 27.
        Assert.Equal("1.55", Value("E08", "", "2024-Q1", "occupation", "4"));
        Assert.Equal("2.39", Value("E08", "", "2024-Q1", "occupation", "6"));
        Assert.Equal("1.50", Value("E08", "plain", "2024-Q1", "occupation", "4"));
        Assert.Null(Value("E08", "", "2024-Q1", "occupation", "1"));
        // MIN sums to 20 + 23 = 43, openings in 1 to 8 to 90, seekers to 43.
        Assert.Equal("47.78", Value("E12", "", "2024-Q1"));
        Assert.Equal("100.00", Value("E12", "seekers", "2024-Q1"));
        Assert.Equal("100.00", Value("E12", "feasible", "2024-Q1"));
    }

    [Fact]
    public void E21_WeightsScores_WithItsInterval()
    {
        // Weights 1.00, 2.00, 1.00 and scores 80, 90, 60: mean 320 / 4 = 80; Σw²(s − 80)² = 0 + 4×100 + 400 = 800;
        // half width 1.959964 × √800 / 4 = 13.859.
        _truth.CountAnswer(June, respondent: 1, weightHundredths: 100, score: 80);
        _truth.CountAnswer(June, respondent: 1, weightHundredths: 200, score: 90);
        _truth.CountAnswer(June, respondent: 2, weightHundredths: 100, score: 60);
        _truth.CountAnswer(June, respondent: 2, weightHundredths: 100, score: null);
        _truth.Close();

        Assert.Equal("80.0", Value("E21", "", "2024-S1"));
        Assert.Null(Find("E21", "", "2024-S2").Value);
        var mean = Find("E21", "", "2024");
        Assert.Equal(("80.0", "66.1", "93.9"), (mean.Value, mean.Low, mean.High));
        Assert.Equal("75.00", Value("E21", "response_rate", "2024"));
        Assert.Equal("50.00", Value("E21", "response_rate", "2024", "respondent", "2"));
    }

    [Fact]
    public void C07_CountsRatingsFromBasicallySatisfiedUp_AndIsMissingWithoutRatings()
    {
        // 90 of 100: Wilson gives 82.56 to 94.48, as the tables have it.
        for (var i = 0; i < 100; i++) _truth.CountRating(January, channel: i % 2, level: i < 60 ? 5 : i < 90 ? 3 : 2);
        _truth.Close();

        var share = Find("C07", "", "2024-01");
        Assert.Equal(("90.00", "82.56", "94.48"), (share.Value, share.Low, share.High));
        Assert.Equal("60.00", Value("C07", "very_satisfied", "2024-01"));
        Assert.Equal("90.00", Value("C07", "", "2024-01", "channel", "1"));
        Assert.Null(Value("C07", "", "2024-02"));
        Assert.Equal("missing", Find("C07", "", "2024-02").ToLine().Split(',')[^1]);
    }

    [Fact]
    public void D04AndD05_DivideSumsOverSources()
    {
        _truth.CountKeyCells("job_seeking", January, cells: 5, filled: 4);
        _truth.CountKeyCells("natural_attrition", January, cells: 3, filled: 3);
        _truth.CountKeyCells("satisfaction_survey", January, cells: 3, filled: 0); // not among the six sources
        _truth.CountIdentifiers(January, persons: 2, validPersons: 1, codes: 1, validCodes: 1);
        _truth.Close();

        Assert.Equal("87.50", Value("D04", "", "2024-01"));
        Assert.Equal("80.00", Value("D04", "", "2024-01", "source", "job_seeking"));
        Assert.Equal("66.67", Value("D05", "", "2024-01"));
        Assert.Equal("50.00", Value("D05", "", "2024-01", "identifier_kind", "person"));
    }

    [Fact]
    public void APeriodThatBeginsBeforeTheRun_IsMissing_ButAStockIsNot()
    {
        var late = new Timeline(February, 11);
        var truth = new CityTruth(_truth.City, late);
        truth.StateStock(March, 1, 10);
        truth.StateStock(March, 2, 10);
        truth.Close();

        var figures = EmploymentFigures.OfHeads(130100, truth.Tally.Heads, new PeriodGrid(late)).ToArray();
        Assert.Null(figures.Single(figure => figure is { Indicator: "E01", Period: "2024-Q1" }).Value);
        Assert.Equal("0", figures.Single(figure => figure is { Indicator: "E01", Period: "2024-Q2" }).Value);
        Assert.Equal("0.00", figures.Single(figure => figure is { Indicator: "E05", Period: "2024-Q1" }).Value);
    }

    void Employ(int person, int month, int day, int ordinal, int district, string sex = "1", string prior = "1", bool valid = true, bool urban = true, bool renewal = false) =>
        _truth.Count(new Employment(new PersonNumber(130191, 1990, 1, 1, person), Timeline.DayNumber(month, day), ordinal, district, sex, "31", "1", "3", prior, valid, urban, renewal));

    IEnumerable<Figure> Figures() => TruthFiles.OfTally(130100, _truth.Tally, Grid);

    Figure Find(string indicator, string variant, string period, string breakdown = "", string member = "") =>
        Figures().Single(figure => (figure.Indicator, figure.Variant, figure.Period, figure.Breakdown, figure.Member) == (indicator, variant, period, breakdown, member));

    string? Value(string indicator, string variant, string period, string breakdown = "", string member = "") => Find(indicator, variant, period, breakdown, member).Value;

    string? DistrictValue(string indicator, string period, int district) =>
        EmploymentFigures.OfHeads(0, _truth.District(district), Grid).Single(figure => figure.Indicator == indicator && figure.Period == period).Value;
}
