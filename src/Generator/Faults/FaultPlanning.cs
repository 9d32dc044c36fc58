using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Faults;

/// <summary>The fault plan of a run.</summary>
static class FaultPlanning
{
    // A load with more refused rows than its contract allows fails as a whole; small stated tables allow a fifth.
    const int Many = 1000, One = 1, Two = 2, Five = 5;

    static readonly string[] EventSources =
        ["employment_registration", "natural_attrition", "unemployment_registration", "job_postings", "job_seeking", "service_rating"];

    public static FaultPlan Plan(IReadOnlyList<City> cities, Timeline quarters, Timeline years)
    {
        var plan = new FaultPlan();
        var copies = FaultPlan.Copies(cities.Count, quarters.Months);
        var quarterly = Slots(cities, Enumerable.Range(0, quarters.Files.Count));
        foreach (var source in EventSources) plan.Spread(source, copies, quarterly, Many, IsText);
        var surveyed = Enumerable.Range(0, years.Files.Count).Where(file => HasNovember(years.Files[file]));
        plan.Spread("satisfaction_survey", copies, Slots(cities, surveyed), Two, IsText);
        plan.Spread("labour_stock", copies, Slots(cities.Where(city => city.StatesStockByDistrict), Enumerable.Range(0, quarters.Files.Count)), One, IsText);
        plan.Spread("target_plan", copies, Slots(cities, Enumerable.Range(0, quarters.Years.Count)), One, IsText);
        foreach (var source in FileDivision.Quarterly) plan.Spread(source, copies, quarterly, Five, IsText);
        foreach (var source in FileDivision.Yearly) plan.Spread(source, copies, Slots(cities, Enumerable.Range(0, years.Files.Count)), Two, IsText);
        foreach (var source in FileDivision.Registers) plan.Spread(source, copies, Slots(cities, [0]), Two, IsText);
        return plan;

        // Cities with workbooks never get ragged rows, even where a source is so large that it is exported as text.
        bool IsText(FileSlot slot) => cities[slot.City].System is CitySystem.LegacyCsv or CitySystem.StandardCsv;
    }

    static FileSlot[] Slots(IEnumerable<City> cities, IEnumerable<int> files)
    {
        var panel = cities.ToArray();
        return files.SelectMany(file => panel.Select(city => new FileSlot(city.Index, file))).ToArray();
    }

    static bool HasNovember(FilePeriod period) => Enumerable.Range(period.First, period.Last - period.First + 1).Any(month => month % 12 == 10);
}
