using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Evaluation.Scoring;

/// <summary>Who scores: each has a column of its own, side by side (自评、省评、部评).</summary>
public enum ScoreColumn { Self, Province, Ministry }

/// <summary>What a person entered for an item: points, or a count from which the points follow.</summary>
public sealed record ManualScore(decimal Entered, string Reason);

/// <summary>One item with its full points and its score.</summary>
public sealed record ScoredItem(string Item, string Clause, int Standard, decimal FullPoints, ItemScore Score);

/// <summary>A city's score in one column.</summary>
public sealed record CityScore(int City, IReadOnlyList<ScoredItem> Items)
{
    public decimal Total => Items.Sum(item => item.Score.Points ?? 0);

    public bool Vetoed => Items.Any(item => item.Score.Status == ScoreStatus.Vetoed);

    public int Count(ScoreStatus status) => Items.Count(item => item.Score.Status == status);

    public decimal OfStandard(int number) => Items.Where(item => item.Standard == number).Sum(item => item.Score.Points ?? 0);

    /// <summary>Figures by their rule; a person's score replaces the rule's, and is the only one for evidence items.</summary>
    /// <param name="rules">The rule set of the round.</param>
    /// <param name="figures">The figures taken at the freeze.</param>
    /// <param name="city">Its code.</param>
    /// <param name="manual">What persons entered in this column, by item.</param>
    public static CityScore Of(RuleSet rules, FrozenFigures figures, int city, IReadOnlyDictionary<string, ManualScore>? manual = null) =>
        Of(rules, figures.Figures.Where(figure => figure.City == city).ToDictionary(figure => figure.Item, StringComparer.Ordinal), city, manual);

    /// <summary>Every frozen city, or only these, in the order of their codes.</summary>
    public static IReadOnlyList<CityScore> All(RuleSet rules, FrozenFigures figures, IReadOnlyDictionary<int, IReadOnlyDictionary<string, ManualScore>> manual, IReadOnlySet<int>? only = null) =>
        [.. figures.Figures.Where(figure => only is null || only.Contains(figure.City)).GroupBy(figure => figure.City).OrderBy(city => city.Key)
            .Select(city => Of(rules, city.ToDictionary(figure => figure.Item, StringComparer.Ordinal), city.Key, manual.GetValueOrDefault(city.Key)))];

    static CityScore Of(RuleSet rules, Dictionary<string, FrozenFigure> frozen, int city, IReadOnlyDictionary<string, ManualScore>? manual) =>
        new(city, [.. rules.Standards.SelectMany(standard =>
            standard.Items.Where(item => item.Score is not null)
                .Select(item => new ScoredItem(item.Id, item.Clause, standard.Number, item.Points, OfFigure(item, frozen, manual)))
                .Concat(standard.Evidence.Select(item => new ScoredItem(item.Id, item.Clause, standard.Number, item.Points, OfEvidence(item, manual)))))]);

    static ItemScore OfFigure(RuleSetItem item, Dictionary<string, FrozenFigure> frozen, IReadOnlyDictionary<string, ManualScore>? manual)
    {
        var automatic = frozen.TryGetValue(item.Id, out var figure)
            ? item.Score!.Function.Score(figure.Input(item))
            : ItemScore.Missing("该城市不在冻结范围内", "the city is not part of the freeze");
        // A veto stands whatever a person enters: it can only be lifted by correcting the figure before the freeze.
        return automatic.Status != ScoreStatus.Vetoed && manual?.GetValueOrDefault(item.Id) is { } entered
            ? ItemScore.Of(entered.Entered, $"人工评分：{entered.Reason}", $"scored by hand: {entered.Reason}")
            : automatic;
    }

    static ItemScore OfEvidence(EvidenceItem item, IReadOnlyDictionary<string, ManualScore>? manual)
    {
        if (manual?.GetValueOrDefault(item.Id) is not { } entered)
            return new ItemScore(null, ScoreStatus.Expert, new() { Zh = "待专家依据佐证材料评分", En = "Waits for an expert's score" });
        return item.Score is { } rule
            ? rule.Function.Score(new ScoreInput { Points = item.Points, Value = entered.Entered, Better = Direction.Higher })
            : ItemScore.Of(entered.Entered, entered.Reason, entered.Reason);
    }
}
