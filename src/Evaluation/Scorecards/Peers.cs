using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Scorecards;

/// <summary>Same-type cities (同类城市): cities of the same administrative kind that have figures in the release.</summary>
static class Peers
{
    public static IReadOnlyList<Area> Of(Area city, IEnumerable<Area> cities) =>
        cities.Where(other => other.Kind == city.Kind && other.Code != city.Code).ToList();

    public static BilingualText Rule(Area city, int peers) => new()
    {
        Zh = $"同类城市：与{city.Name}行政级别相同（{KindName(city.Kind)}）且本发布版有数的其他城市，共 {peers} 个",
        En = $"Same-type cities: the {peers} other cities of the same administrative kind ({city.Kind}) with figures in this release",
    };

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

    static string KindName(string kind) => kind switch
    {
        "sub-provincial city" => "副省级城市",
        "prefecture-level city" => "地级市",
        "prefecture/league/autonomous prefecture" => "地区、盟、自治州",
        "district/county of a municipality" => "直辖市区县",
        _ => kind,
    };
}
