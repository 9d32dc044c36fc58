using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.KeyGroups;

/// <summary>B04 就业困难人员及时就业率, E04 就业困难人员就业人数 and its target.</summary>
static class HardshipEmployment
{
    const int DaysOfFollowUp = 90;

    public static IEnumerable<TruthTable> Of(CityLog log, IReadOnlyDictionary<int, long> targets, Timeline timeline)
    {
        var inTime = new PartTable(new FigureKind("B04", "", timeline, grid => grid.Quarters));
        var employed = new PartTable(new FigureKind("E04", "", timeline, grid => grid.MonthsYearsAndYearToDate) { IsCount = true, Decimals = 0 });
        var completion = Completion.Table("E04", targets, timeline);
        var certifications = log.Of<HardshipCertification>().Where(certification => certification.Valid).ToArray();
        var jobs = log.Of<Employment>().Where(job => job.Valid).ToLookup(job => job.Person.Key);
        foreach (var certification in certifications.Where(certification => certification.Certified + DaysOfFollowUp <= timeline.LastDay))
            inTime.Count(
                Timeline.MonthOf(certification.Certified),
                jobs[certification.Person.Key].Any(job => job.StartedOn >= certification.Certified && job.StartedOn <= certification.Certified + DaysOfFollowUp),
                new Member("hardship_kind", certification.Kind));

        var starts = certifications.SelectMany(certification => jobs[certification.Person.Key]
            .Where(job => job.StartedOn >= certification.Certified
                && (certification.Cancelled == 0 || certification.Cancelled >= job.StartedOn)
                && (certification.ValidTo == 0 || certification.ValidTo >= job.StartedOn))
            .Select(job => (Job: job, Certification: certification)));
        // A person counts once a year, at the first start and under the first certification.
        foreach (var person in starts.GroupBy(start => (start.Job.Person.Key, Timeline.MonthOf(start.Job.StartedOn) / 12)))
        {
            var (job, certification) = person.OrderBy(start => start.Job.StartedOn).ThenBy(start => start.Job.Ordinal)
                .ThenBy(start => start.Certification.Certified).ThenBy(start => start.Certification.Id, StringComparer.Ordinal).First();
            employed.Count(Timeline.MonthOf(job.StartedOn), 1, 0, new Member("hardship_kind", certification.Kind));
            completion.Count(Timeline.MonthOf(job.StartedOn), 1, 0);
        }
        return [inTime, employed, completion];
    }
}
