using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;

namespace DemoCityAnalytics.Evaluation.Programme;

/// <summary>A city's place in its province.</summary>
/// <param name="Rank">Equal totals share a rank; the next one skips (1, 1, 3).</param>
/// <param name="WithinPlaces">Inside the quota line; of cities tied across the line all are inside and <paramref name="TiedAtLine"/>.</param>
/// <param name="BestRank">Best and worst rank when each standard in turn weighs a fifth more or less.</param>
public sealed record RankedCity(int City, decimal Total, int Rank, bool WithinPlaces, bool TiedAtLine, bool Vetoed, int BestRank, int WorstRank)
{
    /// <summary>The weights alone can move the city across the quota line.</summary>
    public bool Sensitive(int places) => !Vetoed && BestRank <= places != (WorstRank <= places);
}

/// <summary>Ranks the cities of a province by total, vetoed cities last and never within the places.</summary>
public static class Ranking
{
    // A fifth either way: enough to show a rank that hangs on one standard's weight.
    static readonly decimal[] Factors = [0.8m, 1.2m];

    public static IReadOnlyList<RankedCity> Of(RuleSet rules, IReadOnlyCollection<CityScore> scores, int places)
    {
        var byTotal = Ranks(scores, score => score.Total);
        var variations = rules.Standards.SelectMany(standard => Factors.Select(factor =>
            Ranks(scores, score => score.Total + (factor - 1) * score.OfStandard(standard.Number)))).ToList();
        return [.. scores
            .Select(score =>
            {
                var rank = byTotal[score.City];
                var level = scores.Count(other => !other.Vetoed && !score.Vetoed && other.Total == score.Total);
                var within = !score.Vetoed && rank <= places;
                return new RankedCity(score.City, score.Total, rank, within, within && rank + level - 1 > places, score.Vetoed,
                    variations.Select(ranks => ranks[score.City]).Append(rank).Min(), variations.Select(ranks => ranks[score.City]).Append(rank).Max());
            })
            .OrderBy(city => city.Rank).ThenBy(city => city.City)];
    }

    static Dictionary<int, int> Ranks(IReadOnlyCollection<CityScore> scores, Func<CityScore, decimal> total) => scores.ToDictionary(
        score => score.City,
        score => 1 + scores.Count(other => Before(other, score, total)));

    static bool Before(CityScore left, CityScore right, Func<CityScore, decimal> total) =>
        left.Vetoed != right.Vetoed ? right.Vetoed : total(left) > total(right);
}
