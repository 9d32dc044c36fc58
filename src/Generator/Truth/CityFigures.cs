using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Truth.Process;
using DemoCityAnalytics.Generator.Truth.Work;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>Figures that are stated for a city alone: those taken from elsewhere, and those about its other figures.</summary>
static class CityFigures
{
    public static IEnumerable<Figure> Of(CityTruth truth, CityTotals totals, Timeline timeline)
    {
        var (city, grid) = (truth.City.Code, new PeriodGrid(timeline));
        return SurveyedRates.Of(city, truth.Log, grid)
            .Concat(Stability.Of(city, totals, truth.Targets("E05"), grid))
            .Concat(Promises.Of(city, truth.Log, totals, grid))
            .Concat(Reports.Of(city, truth.Log, totals, grid))
            .Concat(Declines.Of(city, truth.Log, totals, grid));
    }
}
