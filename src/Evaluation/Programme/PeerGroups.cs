using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.Programme;

/// <summary>A group of cities that are compared with each other.</summary>
public sealed record PeerGroup
{
    public required string Id { get; init; }
    public required BilingualText Name { get; init; }

    /// <summary>Administrative kinds of the areas in it.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }
}

/// <summary>The stored rule by which cities are same-type cities (同类城市).</summary>
public sealed record PeerGroups
{
    public required BilingualText Source { get; init; }
    public required IReadOnlyList<PeerGroup> Groups { get; init; }

    public static PeerGroups BuiltIn { get; } = DefinitionReader.Read<PeerGroups>(EmbeddedText.Read(typeof(PeerGroups).Assembly, "Programme/peer_groups.yaml"), "Programme/peer_groups.yaml");

    /// <summary>Null for a kind that no group names; such a city has no peers.</summary>
    public PeerGroup? Of(Area city) => Groups.FirstOrDefault(group => group.Kinds.Contains(city.Kind));

    /// <summary>The other cities of the city's group.</summary>
    public IReadOnlyList<Area> Peers(Area city, IEnumerable<Area> cities) =>
        Of(city) is { } group ? [.. cities.Where(other => other.Code != city.Code && group.Kinds.Contains(other.Kind))] : [];

    /// <summary>Why these cities and no others.</summary>
    public BilingualText Why(Area city, int peers) => Of(city) is { } group
        ? new()
        {
            Zh = $"同类城市：{city.Name}属“{group.Name.Zh}”组（分组依据：{Source.Zh}），与本发布版有数的同组其他城市比较，共 {peers} 个",
            En = $"Same-type cities: {city.Name} is in the group '{group.Name.En}' ({Source.En}); the {peers} other cities of the group with figures in this release",
        }
        : new() { Zh = $"同类城市：{city.Name}不属于任何分组，没有同类城市", En = $"Same-type cities: {city.Name} is in no group and has no peers" };
}
