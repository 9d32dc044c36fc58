using System.Collections.Concurrent;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Releases;

/// <summary>Scorecards of the current release, each built once; they are forgotten when a new release comes.</summary>
public sealed class Scorecards(ScorecardBuilder builder)
{
    readonly Lock changing = new();
    ReleaseSnapshot? release;
    ConcurrentDictionary<(int City, int Month), Scorecard> built = new();

    /// <summary>For the latest month in which the city has figures; null when it has none.</summary>
    public Scorecard? Latest(ReleaseSnapshot of, Area city) => of.LatestMonth(city.Code) is { } month ? Get(of, city, month) : null;

    public Scorecard Get(ReleaseSnapshot of, Area city, Month month)
    {
        ConcurrentDictionary<(int City, int Month), Scorecard> known;
        lock (changing)
        {
            if (!ReferenceEquals(release, of)) (release, built) = (of, new());
            known = built;
        }
        return known.GetOrAdd((city.Code, month.Index), _ => builder.Build(of, city, month));
    }
}
