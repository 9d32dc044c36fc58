namespace DemoCityAnalytics.Evaluation.Sampling;

/// <summary>What a telephone or site check of one record found. Unreachable is neither confirmed nor denied.</summary>
public enum CheckResult { Pending, Confirmed, Denied, Unreachable }
