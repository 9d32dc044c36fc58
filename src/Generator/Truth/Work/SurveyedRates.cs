using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Work;

/// <summary>E06 城镇调查失业率, as published; a zero means that nothing was.</summary>
static class SurveyedRates
{
    public static IEnumerable<Figure> Of(int city, CityLog log, PeriodGrid grid)
    {
        var published = log.Of<SurveyedRate>().Where(rate => rate.Tenths > 0).ToLookup(rate => rate.Month);
        foreach (var month in grid.Months)
        {
            var total = published[month.Last].SingleOrDefault(rate => rate.Group == "T");
            yield return new("E06", "", city, month.Name, total is null ? null : Text(total));
            foreach (var rate in published[month.Last]) yield return new("E06", "", city, month.Name, Text(rate)) { Breakdown = "survey_group", Member = rate.Group };
        }
    }

    static string Text(SurveyedRate rate) => Rounded.Quotient(rate.Tenths!.Value, 10, 1);
}
