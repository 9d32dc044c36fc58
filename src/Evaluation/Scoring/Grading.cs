using DemoCityAnalytics.Evaluation.RuleSets;

namespace DemoCityAnalytics.Evaluation.Scoring;

/// <summary>A city's grade; <see cref="HeldBack"/> when its total would have earned a better one that the quota had no place for.</summary>
public sealed record GradedCity(int City, decimal Total, Grade Grade, bool HeldBack, string Reason);

/// <summary>Grades with a quota (等次名额): at most so many per cent of the assessed cities, rounded down.</summary>
public static class Grading
{
    /// <remarks>
    /// A tie is never split: when cities with equal totals do not all fit under the quota, none of them gets the grade. A vetoed city
    /// gets the last grade and still counts as assessed.
    /// </remarks>
    public static IReadOnlyList<GradedCity> Of(RuleSet rules, IReadOnlyCollection<CityScore> scores)
    {
        if (rules.Grades.Count == 0) return [];
        var last = rules.Grades[^1];
        var graded = scores.Where(score => score.Vetoed)
            .Select(score => new GradedCity(score.City, score.Total, last, HeldBack: false, "触发一票否决")).ToList();
        var open = scores.Where(score => !score.Vetoed).ToList();
        foreach (var grade in rules.Grades)
        {
            var worthy = open.Where(score => score.Total >= grade.From).ToList();
            var places = grade.QuotaPercent is { } percent ? (int)decimal.Floor(scores.Count * percent / 100m) : int.MaxValue;
            // Equal totals stand or fall together: a city is in when it and all that are level with or above it fit.
            var inside = worthy.Where(score => worthy.Count(other => other.Total >= score.Total) <= places).ToList();
            graded.AddRange(inside.Select(score => new GradedCity(score.City, score.Total, grade, Held(rules, score, grade), Reason(rules, score, grade, scores.Count))));
            open = [.. open.Except(inside)];
        }
        return [.. graded.OrderByDescending(city => city.Total).ThenBy(city => city.City)];
    }

    static bool Held(RuleSet rules, CityScore score, Grade grade) => rules.Grades.First(x => score.Total >= x.From) != grade;

    static string Reason(RuleSet rules, CityScore score, Grade grade, int assessed)
    {
        var total = ItemScore.Text(score.Total);
        var earned = rules.Grades.First(x => score.Total >= x.From);
        // The last grade starts at 0, which says nothing: named is the line that was missed.
        if (earned == grade && rules.Grades.TakeWhile(x => x != grade).LastOrDefault() is { } missed && grade == rules.Grades[^1])
            return $"总分{total}分，低于{missed.Name.Zh}线{ItemScore.Text(missed.From)}分，评为{grade.Name.Zh}";
        return earned == grade
            ? $"总分{total}分，不低于{ItemScore.Text(grade.From)}分，评为{grade.Name.Zh}"
            : $"总分{total}分达到{earned.Name.Zh}线{ItemScore.Text(earned.From)}分，但{earned.Name.Zh}名额以参评{assessed}个城市的{ItemScore.Text(earned.QuotaPercent!.Value)}%为限（同分不拆分），评为{grade.Name.Zh}";
    }
}
