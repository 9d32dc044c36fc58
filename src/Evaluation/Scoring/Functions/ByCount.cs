namespace DemoCityAnalytics.Evaluation.Scoring.Functions;

/// <summary>Each case found takes points off, down to zero.</summary>
public sealed record DeductionPerCase : ScoreFunction
{
    public required decimal PerCase { get; init; }

    public override IEnumerable<string> Issues(decimal points)
    {
        if (PerCase <= 0) yield return $"per_case is {PerCase}, expected more than 0.";
    }

    private protected override ItemScore Score(ScoreInput input, decimal value)
    {
        var cases = Math.Max(0, decimal.Floor(value));
        var lost = Math.Min(input.Points, cases * PerCase);
        return ItemScore.Of(input.Points - lost,
            $"核实{Text(cases)}件，每件扣{Text(PerCase)}分，共扣{Text(lost)}分{(lost == input.Points && cases > 0 ? "（扣完为止）" : "")}",
            $"{Text(cases)} cases at {Text(PerCase)} each, {Text(lost)} lost");
    }
}

/// <summary>Each unit adds points up to the item's full points.</summary>
public sealed record Accumulation : ScoreFunction
{
    public required decimal PerUnit { get; init; }

    public override IEnumerable<string> Issues(decimal points)
    {
        if (PerUnit <= 0) yield return $"per_unit is {PerUnit}, expected more than 0.";
    }

    private protected override ItemScore Score(ScoreInput input, decimal value)
    {
        var units = Math.Max(0, decimal.Floor(value));
        var earned = units * PerUnit;
        return ItemScore.Of(Math.Min(earned, input.Points),
            $"共{Text(units)}项，每项{Text(PerUnit)}分{(earned > input.Points ? $"，累计{Text(earned)}分，以{Text(input.Points)}分封顶" : "")}",
            $"{Text(units)} units at {Text(PerUnit)} each{(earned > input.Points ? $", {Text(earned)} in all, capped at {Text(input.Points)}" : "")}");
    }
}

/// <summary>Each unit more than before creation counts; without a figure from before every unit is new only when the rule says so.</summary>
public sealed record UnitCredit : ScoreFunction
{
    public required decimal PerUnit { get; init; }

    /// <value>Default: only units beyond the figure before creation count.</value>
    public bool NewOnly { get; init; } = true;

    public override IEnumerable<string> Issues(decimal points)
    {
        if (PerUnit <= 0) yield return $"per_unit is {PerUnit}, expected more than 0.";
    }

    private protected override ItemScore Score(ScoreInput input, decimal value)
    {
        if (NewOnly && input.Before is null) return ItemScore.Missing("没有创建前的数值，无法计算新增", "no figure before creation to count new units from");
        var units = Math.Max(0, decimal.Floor(value - (NewOnly ? input.Before!.Value : 0)));
        return ItemScore.Of(Math.Min(units * PerUnit, input.Points),
            $"{(NewOnly ? "新增" : "共")}{Text(units)}个，每个{Text(PerUnit)}分，最高{Text(input.Points)}分",
            $"{Text(units)} {(NewOnly ? "new " : "")}units at {Text(PerUnit)} each, at most {Text(input.Points)}");
    }
}

/// <summary>A condition that fails the whole result when it is not met; it brings no points of its own.</summary>
public sealed record Veto : ScoreFunction
{
    public override IEnumerable<string> Issues(decimal points)
    {
        if (points != 0) yield return $"a veto bears no points, found {points}.";
    }

    private protected override ItemScore Score(ScoreInput input, decimal value)
    {
        if (input.Met is not { } met) return NoTarget();
        var goal = input.Goal;
        return met
            ? ItemScore.Of(0, $"实际{input.Show(value)}，{goal.Zh}，未触发否决", $"{input.ShowEnglish(value)}, {goal.En}, no veto")
            : ItemScore.Veto($"实际{input.Show(value)}，{goal.Zh}，未达到", $"{input.ShowEnglish(value)}, {goal.En}, missed");
    }
}
