namespace DemoCityAnalytics.Evaluation.State;

/// <summary>Where rounds, scores and the audit log are kept.</summary>
public sealed class StateOptions
{
    /// <summary>PostgreSQL connection string; empty keeps the state in <c>state.db</c> in the warehouse folder.</summary>
    /// <value>Default: empty.</value>
    public string ConnectionString { get; set; } = "";
}
