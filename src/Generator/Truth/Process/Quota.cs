using System.Globalization;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Process;

/// <summary>P01 申报名额合规: no more than half of a province's divisions apply in a year.</summary>
sealed class Quota(Timeline timeline) : TruthTable
{
    // The list of all divisions that a run can choose from is also that of the divisions whose half is the quota.
    static readonly Dictionary<int, int> Divisions = ReferenceTable.Read("cities.csv")
        .GroupBy(cells => int.Parse(cells[2], CultureInfo.InvariantCulture)).ToDictionary(province => province.Key, province => province.Count());

    readonly Series _applications = new(timeline.First, timeline.Months);

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new Quota(timeline);
        foreach (var application in log.Of<Application>()) table._applications.Add(Timeline.MonthOf(application.Applied), 1);
        return [table];
    }

    public override TruthTable Empty() => new Quota(timeline);

    public override void Add(TruthTable other) => _applications.Add(((Quota)other)._applications);

    public override IEnumerable<Figure> Figures(int area, PeriodGrid grid)
    {
        if (!Divisions.TryGetValue(area, out var divisions)) yield break;
        foreach (var period in grid.Years)
        {
            var applications = _applications.Sum(period.First, period.Last);
            yield return new("P01", "", area, period.Name, applications <= divisions / 2 ? "1" : "0") { Numerator = applications, Denominator = divisions / 2 };
        }
    }
}
