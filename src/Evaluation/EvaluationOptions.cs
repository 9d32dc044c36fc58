namespace DemoCityAnalytics.Evaluation;

/// <summary>By which rules cities are judged.</summary>
public sealed class EvaluationOptions
{
    /// <summary>Rule set for scorecards and for rounds that are opened without one of their own, as YAML; empty takes the illustrative one that ships with the product.</summary>
    /// <value>Default: empty.</value>
    public string RuleSetFile { get; set; } = "";
}
