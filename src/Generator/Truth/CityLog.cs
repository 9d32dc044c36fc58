namespace DemoCityAnalytics.Generator.Truth;

/// <summary>Every record of one city, each once and as it stands after its last version, by kind. It is forgotten when the city's truth is counted.</summary>
sealed class CityLog
{
    readonly Dictionary<Type, object> _kinds = [];

    public void Add<TRecord>(TRecord record) => List<TRecord>().Add(record);

    public IReadOnlyList<TRecord> Of<TRecord>() => List<TRecord>();

    public void Forget() => _kinds.Clear();

    List<TRecord> List<TRecord>()
    {
        if (!_kinds.TryGetValue(typeof(TRecord), out var list)) _kinds[typeof(TRecord)] = list = new List<TRecord>();
        return (List<TRecord>)list;
    }
}
