using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Records;

/// <summary>Those who registered work, so that other tables can name the same persons.</summary>
sealed class Workforce(CityLog log)
{
    ILookup<int, Employment>? _starts;

    /// <summary>Somebody who started in one of these months; nobody where no one did.</summary>
    public Employment? Near(ref Draw draw, int month, int from, int to)
    {
        _starts ??= log.Of<Employment>().Where(job => !job.Person.Broken).ToLookup(job => Timeline.MonthOf(job.StartedOn));
        var jobs = (IList<Employment>)_starts[month + draw.Between(from, to)];
        return jobs.Count == 0 ? null : jobs[draw.Below(jobs.Count)];
    }
}
