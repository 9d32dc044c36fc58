using DemoCityAnalytics.Evaluation.People;

namespace DemoCityAnalytics.Evaluation.Rehearsal;

/// <summary>One step of a rehearsal: what was tried, what was expected, what came.</summary>
public sealed record RehearsalStep(int Number, string Title, string Expected, string Found)
{
    public const string Done = "办结";

    public bool Unexpected => Expected != Found;

    /// <summary>An act that was done as expected; there are more than a thousand.</summary>
    public bool Routine => Expected == Done && Found == Done;

    public override string ToString() => $"{(Unexpected ? "✕" : "✓")} {Number,4} {Title}：{(Unexpected ? $"应为{Expected}，实为{Found}" : Found)}";
}

/// <summary>Notes each step and whether it came as expected.</summary>
public sealed class RehearsalScript
{
    readonly List<RehearsalStep> steps = [];

    public IReadOnlyList<RehearsalStep> Steps => steps;

    /// <summary>Reasons for refusal that were met.</summary>
    public HashSet<RefusalReason> Refusals { get; } = [];

    public int Unexpected => steps.Count(step => step.Unexpected);

    /// <summary>The last line: <c>1234 steps, 0 unexpected</c>.</summary>
    public string Summary => $"{steps.Count} steps, {Unexpected} unexpected";

    /// <summary>An act that must succeed; gives its result.</summary>
    /// <exception cref="RehearsalStoppedException">It was refused: what follows would make no sense.</exception>
    public async Task<T> Done<T>(string title, Task<Outcome<T>> act)
    {
        var outcome = await act;
        Note(title, RehearsalStep.Done, outcome.Refusal is { } refusal ? $"拒绝（{refusal.Reason}）{refusal.Message.Zh}" : RehearsalStep.Done);
        return outcome.Refusal is null ? outcome.Value! : throw new RehearsalStoppedException($"{title}: {outcome.Refusal.Message.Zh}");
    }

    /// <summary>An act that must be refused for this reason.</summary>
    public async Task Refused<T>(string title, RefusalReason reason, Task<Outcome<T>> act)
    {
        var outcome = await act;
        if (outcome.Refusal is { } refusal) Refusals.Add(refusal.Reason);
        Note(title, $"拒绝（{reason}）", outcome.Refusal is { } found ? $"拒绝（{found.Reason}）" : RehearsalStep.Done);
    }

    /// <summary>A fact that must hold.</summary>
    public void Holds(string title, object expected, object found) => Note(title, $"{expected}", $"{found}");

    void Note(string title, string expected, string found) => steps.Add(new RehearsalStep(steps.Count + 1, title, expected, found));
}

/// <summary>A step that everything after it needs was refused.</summary>
public sealed class RehearsalStoppedException(string message) : Exception(message);
