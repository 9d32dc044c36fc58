namespace DemoCityAnalytics.Evaluation.State;

/// <summary>A list made public for objections; province 0 is the nation.</summary>
public sealed class PublicityRow : RowOfRound
{
    public required int ProvinceCode { get; init; }
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }

    /// <summary>City codes, as JSON.</summary>
    public required string Cities { get; init; }
}

/// <summary>An objection: its text stays with the office that received it, here is its hash.</summary>
public sealed class ObjectionRow : RowOfCity, IVersioned
{
    public required string Id { get; init; }
    public required int ProvinceCode { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required string Subject { get; init; }
    public required string Sha256 { get; init; }
    public ObjectionResult Result { get; set; }
    public string Handling { get; set; } = "";
    public int Version { get; set; }
}

/// <summary>What became of an objection.</summary>
public enum ObjectionResult { Open, NotUpheld, Upheld }

/// <summary>A verified breach by a designated city.</summary>
public sealed class ViolationRow : RowOfCity
{
    public required string Id { get; init; }
    public required DateOnly FoundOn { get; init; }
    public required string Description { get; init; }
    public required string Sha256 { get; init; }
}
