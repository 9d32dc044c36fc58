using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Releases;

/// <summary>Scorecards of the current release, each built once for all who see the same of it; they are forgotten with the release.</summary>
public sealed class Scorecards(ScorecardBuilder builder)
{
    readonly ConditionalWeakTable<ReleaseSnapshot, ConcurrentDictionary<(int City, int Month), Scorecard>> built = [];

    /// <summary>For the latest month in which the city has figures; null when it has none.</summary>
    public Scorecard? Latest(ReleaseSnapshot of, Area city) => of.LatestMonth(city.Code) is { } month ? Get(of, city, month) : null;

    public Scorecard Get(ReleaseSnapshot of, Area city, Month month) =>
        built.GetOrCreateValue(of).GetOrAdd((city.Code, month.Index), _ => builder.Build(of, city, month));
}
