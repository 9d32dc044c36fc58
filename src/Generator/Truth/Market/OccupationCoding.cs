using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Records;

namespace DemoCityAnalytics.Generator.Truth.Market;

/// <summary>D09 职业归类准确率, at the major class, the sub-major and the minor group.</summary>
static class OccupationCoding
{
    // Characters of a code that name the class (4), the sub-major group (4-01) and the minor group (4-01-02).
    static readonly (string Variant, int Length)[] Levels = [("", 1), ("sub_major", 4), ("minor", 7)];

    public static IEnumerable<TruthTable> Of(CityLog log, Timeline timeline) => Levels.Select(level =>
    {
        var table = new PartTable(new FigureKind("D09", level.Variant, timeline, grid => grid.QuartersAndYears) { HasInterval = true });
        foreach (var review in log.Of<OccupationReview>())
            table.Count(Timeline.MonthOf(review.ReviewedOn), Start(review.Coded, level.Length) == Start(review.Reviewed, level.Length));
        return table;
    }).ToArray();

    static string Start(string code, int length) => code[..Math.Min(length, code.Length)];
}
