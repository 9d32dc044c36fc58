using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Evaluation.RuleSets;

/// <summary>What is wrong with a rule set beyond its form.</summary>
static class RuleSetIssues
{
    public static IEnumerable<string> Of(RuleSet rules) =>
        [.. rules.Standards.SelectMany(OfStandard), .. OfItems(rules), .. OfPoints(rules), .. OfGrades(rules)];

    /// <summary>Indicators and views that the catalogue does not have: such an item could never be scored.</summary>
    public static IEnumerable<string> Unknown(RuleSet rules, IndicatorCatalogue catalogue)
    {
        foreach (var item in rules.Items)
        {
            if (catalogue.Find(item.Indicator) is not { Header: { } header })
                yield return $"{item.Id}: there is no indicator '{item.Indicator}'{NearestName.Hint(item.Indicator, catalogue.Indicators.Select(x => x.Code))}.";
            else if (header.Model is { } model)
                yield return $"{item.Id}: {item.Indicator} is the output of the model '{model.Name}'; what a model says is never scored.";
            else if (item.Variant.Length > 0 && header.Variants.All(x => x.Id != item.Variant))
                yield return $"{item.Id}: {item.Indicator} has no view '{item.Variant}'{NearestName.Hint(item.Variant, header.Variants.Select(x => x.Id))}.";
            else if (!header.Frequencies.Contains(item.Frequency))
                yield return $"{item.Id}: {item.Indicator} has no figures by {item.Frequency}; it has {string.Join(", ", header.Frequencies)}.";
        }
    }

    static IEnumerable<string> OfStandard(RuleSetStandard standard) => standard.Items.Select(item => (item.Id, item.Clause, Name: item.Indicator))
        .Concat(standard.Evidence.Select(item => (item.Id, item.Clause, Name: item.Id)))
        .Where(item => !item.Clause.StartsWith($"S{standard.Number}.", StringComparison.Ordinal))
        .Select(item => $"{item.Name} stands under standard {standard.Number} but names clause {item.Clause}.");

    static IEnumerable<string> OfItems(RuleSet rules)
    {
        foreach (var twice in rules.Items.Select(item => item.Id).Concat(rules.Evidence.Select(item => item.Id)).GroupBy(id => id).Where(ids => ids.Count() > 1))
            yield return $"{twice.Key} is named {twice.Count()} times; each item is named once.";
        foreach (var item in rules.Items)
        {
            if (item.Comparison == Comparison.Band && (item.BandFrom is null || item.BandTo is null || item.BandFrom > item.BandTo))
                yield return $"{item.Indicator} is compared with a band but band_from and band_to do not state one.";
            if (item.Points < 0) yield return $"{item.Id} bears {item.Points} points, expected 0 or more.";
            if (item is { Points: > 0, Score: null }) yield return $"{item.Id} bears {item.Points} points but states no score function.";
            foreach (var issue in item.Score?.Issues(item.Points) ?? []) yield return $"{item.Id}: {issue}";
        }
        foreach (var item in rules.Evidence)
        {
            if (item.Points <= 0) yield return $"{item.Id} bears {item.Points} points, expected more than 0.";
            if (item.Papers.Count == 0) yield return $"{item.Id} names no kind of paper; a score without evidence does not count.";
            foreach (var issue in item.Score?.Issues(item.Points) ?? []) yield return $"{item.Id}: {issue}";
        }
    }

    static IEnumerable<string> OfPoints(RuleSet rules)
    {
        if (rules.NearPercent is not (> 0 and <= 100)) yield return $"near_percent is {rules.NearPercent}, expected more than 0 and at most 100.";
        if (rules.PeriodMonths is < 1 or > 120) yield return $"period_months is {rules.PeriodMonths}, expected 1 to 120.";
        if (rules.FullPoints is not (0 or 100)) yield return $"the points of all items add up to {rules.FullPoints}, expected 100.";
    }

    static IEnumerable<string> OfGrades(RuleSet rules)
    {
        if (rules.Grades.Count == 0) yield break;
        if (rules.Grades[^1].From != 0) yield return "the last grade must start at 0, so that every total has a grade.";
        for (var i = 1; i < rules.Grades.Count; i++)
            if (rules.Grades[i].From >= rules.Grades[i - 1].From) yield return $"grade {rules.Grades[i].Id} must start below the grade before it.";
        if (rules.Grades[^1].QuotaPercent is not null) yield return "the last grade may have no quota.";
    }
}
