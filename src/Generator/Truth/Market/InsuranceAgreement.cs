using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Market;

/// <summary>D06 就业登记与社保参保一致率.</summary>
static class InsuranceAgreement
{
    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("D06", "", timeline, grid => grid.Common));
        var insured = log.Of<InsuredMonth>().Select(month => (month.Person.Key, month.CreditCode, month.Month)).ToHashSet();
        foreach (var job in log.Of<Employment>().Where(job => job is { Valid: true, Form: "1" }))
        {
            var month = Timeline.MonthOf(job.StartedOn);
            // Judged when the month after is known.
            if (month + 1 <= timeline.Last) table.Count(month, insured.Contains((job.Person.Key, job.CreditCode, month)) || insured.Contains((job.Person.Key, job.CreditCode, month + 1)));
        }
        return [table];
    }
}
