using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Work;

/// <summary>B06 培训后就业率, B07 培训合格率.</summary>
static class Training
{
    const int MonthsOfFollowUp = 6;

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline)
    {
        var placed = new PartTable(new FigureKind("B06", "", timeline, grid => grid.Quarters));
        var passed = new PartTable(new FigureKind("B07", "", timeline, grid => grid.QuartersAndYears));
        var jobs = log.Of<Employment>().Where(job => job.Valid).ToLookup(job => job.Person.Key, job => job.StartedOn);
        foreach (var trainee in log.Of<Trainee>())
        {
            var month = Timeline.MonthOf(trainee.Ended);
            if (trainee.Assessed) passed.Count(month, trainee.Result == "1");
            if (trainee.Result != "1" || trainee.WasEmployed) continue;
            var until = Timeline.MonthsLater(trainee.Ended, MonthsOfFollowUp);
            if (until <= timeline.LastDay) placed.Count(month, jobs[trainee.Person.Key].Any(started => started >= trainee.Ended && started <= until));
        }
        return [placed, passed];
    }
}
