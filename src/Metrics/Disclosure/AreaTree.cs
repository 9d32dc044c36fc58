namespace DemoCityAnalytics.Metrics.Disclosure;

/// <summary>Which area lies in which, by place.</summary>
public sealed class AreaTree
{
    readonly Dictionary<int, int> places;
    readonly int[] parents;
    readonly int[] depths;
    readonly List<int>[] children;

    public AreaTree(IEnumerable<(int Code, int? Parent)> areas)
    {
        var list = areas.OrderBy(area => area.Code).ToList();
        Codes = list.ConvertAll(area => area.Code);
        places = list.Select((area, place) => (area.Code, place)).ToDictionary(x => x.Code, x => x.place);
        parents = [.. list.Select(area => area.Parent is { } parent ? places.GetValueOrDefault(parent, -1) : -1)];
        depths = [.. parents.Select((_, place) => WithAbove(place).Count() - 1)];
        children = Array.ConvertAll(parents, _ => new List<int>());
        for (var place = 0; place < parents.Length; place++)
            if (parents[place] >= 0) children[parents[place]].Add(place);
    }

    public IReadOnlyList<int> Codes { get; }

    /// <summary>0 for the nation.</summary>
    public int Depth(int place) => depths[place];

    public int Count => parents.Length;

    public int PlaceOf(int code) => places[code];

    /// <summary>−1 for the nation.</summary>
    public int Parent(int place) => parents[place];

    public IReadOnlyList<int> Children(int place) => children[place];

    /// <summary>The area itself and all in which it lies.</summary>
    public IEnumerable<int> WithAbove(int place)
    {
        for (; place >= 0; place = parents[place]) yield return place;
    }
}
