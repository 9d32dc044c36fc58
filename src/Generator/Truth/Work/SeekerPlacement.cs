using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Events;

namespace DemoCityAnalytics.Generator.Truth.Work;

/// <summary>E14 求职登记就业率.</summary>
static class SeekerPlacement
{
    const int DaysOfFollowUp = 90, NotMapped = 9;

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var table = new PartTable(new FigureKind("E14", "", timeline, grid => grid.MonthsAndQuarters));
        var jobs = log.Of<Employment>().Where(job => job.Valid).ToLookup(job => job.Person.Key, job => job.StartedOn);
        foreach (var seeker in log.Of<Seeker>())
        {
            if (seeker.Person is not { } person || seeker.RegisteredOn + DaysOfFollowUp > timeline.LastDay) continue;
            var major = Choices.Major(seeker.Occupation);
            table.Count(
                Timeline.MonthOf(seeker.RegisteredOn),
                jobs[person.Key].Any(started => started >= seeker.RegisteredOn && started <= seeker.RegisteredOn + DaysOfFollowUp),
                new("sex", seeker.Sex), new("education", seeker.Education), new("occupation", major is 0 or NotMapped ? "" : Choices.Digit(major)));
        }
        return [table];
    }
}
