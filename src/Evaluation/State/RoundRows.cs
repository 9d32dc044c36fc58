using DemoCityAnalytics.Evaluation.Rounds;

namespace DemoCityAnalytics.Evaluation.State;

/// <summary>A row that several people may change: a stale version is refused.</summary>
public interface IVersioned
{
    int Version { get; set; }
}

/// <summary>A row of one round.</summary>
public abstract class RowOfRound
{
    public required string RoundId { get; init; }
}

/// <summary>A row of one city in a round.</summary>
public abstract class RowOfCity : RowOfRound
{
    public required int CityCode { get; init; }
}

/// <summary>One run of the programme, from application to withdrawal.</summary>
public sealed class RoundRow : IVersioned
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public Stage Stage { get; set; }

    /// <summary><see cref="RoundSettings"/> as JSON.</summary>
    public required string Settings { get; set; }

    /// <summary>The rule set's text as it was when the round opened.</summary>
    public required string RuleSet { get; set; }

    public DateOnly? CreationFrom { get; set; }

    /// <summary>Hash of the frozen figures; null before the freeze.</summary>
    public string? FrozenHash { get; set; }
    public int Version { get; set; }
}

/// <summary>The figures that a round was frozen on; written once.</summary>
public sealed class FreezeRow : RowOfRound
{
    /// <summary>As JSON, a few megabytes for the nation: not read with every act.</summary>
    public required string Figures { get; init; }

    /// <summary>The definitions behind them, as JSON: releases are pruned, a round is not.</summary>
    public string Definitions { get; init; } = "[]";
}

/// <summary>A city in a round: its application and where it stands.</summary>
public sealed class CityRow : RowOfCity, IVersioned
{
    public required int ProvinceCode { get; init; }
    public required string CityName { get; init; }
    public Standing Standing { get; set; }

    /// <summary>The application form as JSON.</summary>
    public required string Form { get; set; }

    /// <summary>Why it was struck, disqualified or revoked.</summary>
    public string? Reason { get; set; }

    public DateOnly? DesignatedOn { get; set; }
    public string? Certificate { get; set; }
    public DateOnly? RevokedOn { get; set; }
    public int Version { get; set; }
}
