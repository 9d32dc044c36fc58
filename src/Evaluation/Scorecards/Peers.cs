using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Scorecards;

/// <summary>A figure beside those of the same-type cities (同类城市).</summary>
static class Peers
{
    public static PeerComparison Compare(
        ReleaseSnapshot release, IndicatorHeader header, Observation actual, IReadOnlyList<Area> peers, DateTime? asOf)
    {
        var values = peers.Select(peer => release.Find(actual.Id with { AreaCode = peer.Code }, asOf)?.Value).OfType<decimal>().Order().ToList();
        int? rank = actual.Value is not { } value ? null : header.Better switch
        {
            Direction.Higher => 1 + values.Count(other => other > value),
            Direction.Lower => 1 + values.Count(other => other < value),
            _ => null,
        };
        return new PeerComparison(Median(values, header.Decimals), values.Count, rank);
    }

    /// <summary>The middle value, or the mean of the two middle ones rounded half up to the indicator's decimals.</summary>
    static decimal? Median(List<decimal> ordered, int decimals) => ordered.Count switch
    {
        0 => null,
        var n when n % 2 == 1 => ordered[n / 2],
        var n => HalfUp.Round((ordered[n / 2 - 1] + ordered[n / 2]) / 2m, decimals),
    };
}
