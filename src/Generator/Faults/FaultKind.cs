namespace DemoCityAnalytics.Generator.Faults;

/// <summary>What the loader must find: source, rule, column and whether the row is refused or kept with a warning.</summary>
readonly record struct FaultKind(string Source, string Rule, string Column, string Severity) : IComparable<FaultKind>
{
    public const string Rejection = "rejection";
    public const string Warning = "warning";

    public int CompareTo(FaultKind other) =>
        string.CompareOrdinal($"{Source} {Rule} {Column} {Severity}", $"{other.Source} {other.Rule} {other.Column} {other.Severity}");
}
