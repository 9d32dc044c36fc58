namespace DemoCityAnalytics.Evaluation.State;

/// <summary>The first of two persons has proposed an act; the second must confirm exactly this.</summary>
public sealed class ProposalRow : RowOfRound
{
    public required string Act { get; init; }
    public required string Subject { get; init; }
    public required string PayloadHash { get; set; }
    public required string ProposedBy { get; set; }

    /// <summary>What is proposed, in words: the month, the list, the reason.</summary>
    public string Statement { get; set; } = "";
}

/// <summary>One entry of the append-only audit log.</summary>
public sealed class AuditRow
{
    public required long Sequence { get; init; }

    /// <summary>UTC, ISO 8601 with seven decimals.</summary>
    public required string At { get; init; }

    public required string Actor { get; init; }
    public required string Role { get; init; }
    public required string Act { get; init; }
    public required string Subject { get; init; }

    /// <summary>SHA-256 over the rows that the act wrote.</summary>
    public required string PayloadHash { get; init; }

    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}
