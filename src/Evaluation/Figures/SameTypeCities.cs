using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Figures;

/// <summary>Medians of the same-type cities (同类城市): those of the same peer group, the city itself left out.</summary>
sealed class SameTypeCities(IFigures figures)
{
    readonly Dictionary<int, PeerGroup?> groups = figures.Cities.ToDictionary(city => city.Code, PeerGroups.BuiltIn.Of);

    // One sorted list per figure and group: sorting anew for each of hundreds of cities would take most of a freeze.
    readonly Dictionary<(FigureId Figure, string Group), List<decimal>> ordered = [];

    /// <summary>Rounded half up to the figure's decimals where two middle values are halved; null when no other city has the figure.</summary>
    public decimal? Median(ReleasedFigure actual)
    {
        if (groups.GetValueOrDefault(actual.Id.AreaCode) is not { } group) return null;
        var key = (actual.Id with { AreaCode = 0 }, group.Id);
        if (!ordered.TryGetValue(key, out var values))
            ordered.Add(key, values = [.. groups.Where(city => city.Value == group).Select(city => figures.Find(actual.Id with { AreaCode = city.Key })?.Value).OfType<decimal>().Order()]);
        var own = actual.Value is { } value ? values.BinarySearch(value) : -1;
        var others = values.Count - (own >= 0 ? 1 : 0);
        decimal At(int place) => values[own >= 0 && place >= own ? place + 1 : place];
        return others == 0 ? null
            : others % 2 == 1 ? At(others / 2)
            : HalfUp.Round((At(others / 2 - 1) + At(others / 2)) / 2m, actual.Decimals);
    }
}
