using System.ComponentModel.DataAnnotations;

namespace DemoCityAnalytics.Evaluation.State;

/// <summary>Where rounds, scores and the audit log are kept.</summary>
public sealed class StateOptions
{
    /// <summary>PostgreSQL connection string; empty keeps the state in <c>state.db</c> in the warehouse folder.</summary>
    /// <value>Default: empty.</value>
    public string ConnectionString { get; set; } = "";

    /// <summary>Largest evidence paper that is taken, in MiB.</summary>
    /// <value>Default: 20.</value>
    [Range(1, 1024)] public int LargestPaperMiB { get; set; } = 20;
}
