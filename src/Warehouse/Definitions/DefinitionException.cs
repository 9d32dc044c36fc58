namespace DemoCityAnalytics.Warehouse.Definitions;

/// <summary>One mistake in a definition file: where it is, what was found and what was expected.</summary>
public sealed record DefinitionIssue(string File, long Line, string Message)
{
    public override string ToString() => $"{File}: line {Line}: {Message}";
}

/// <summary>Our own definition or setting is wrong: every issue is listed, so that one start shows them all.</summary>
public sealed class DefinitionException(IReadOnlyList<DefinitionIssue> issues)
    : Exception(string.Join(Environment.NewLine, issues))
{
    public IReadOnlyList<DefinitionIssue> Issues { get; } = issues;
}
