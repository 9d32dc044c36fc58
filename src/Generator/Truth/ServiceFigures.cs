using System.Globalization;
using System.Numerics;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>C07 好评率 with Wilson interval, E21 满意度 with the interval of a weighted mean.</summary>
static class ServiceFigures
{
    // z of a 95 % interval, 1.959964, as a quotient of whole numbers.
    static readonly BigInteger Z = 1_959_964;
    static readonly BigInteger ZUnit = 1_000_000;

    public static IEnumerable<Figure> OfTally(int area, Tally tally, PeriodGrid grid)
    {
        foreach (var period in grid.Common)
        {
            foreach (var figure in Ratings(area, period, tally.Ratings, "", "")) yield return figure;
            for (var channel = 1; channel < Tally.Channels; channel++)
                if (period.IsWhole && tally.Ratings[channel].All.Sum(period.First, period.Last) > 0)
                    foreach (var figure in Ratings(area, period, [tally.Ratings[channel]], "channel", channel.ToString(CultureInfo.InvariantCulture)))
                        yield return figure;
        }
        foreach (var period in grid.HalfYearsAndYears)
        {
            var asked = tally.Survey.Where(entry => entry.Key.Month >= period.First && entry.Key.Month <= period.Last).ToArray();
            foreach (var respondent in asked.GroupBy(entry => entry.Key.Respondent))
                foreach (var figure in Survey(area, period, Sum(respondent), "respondent", respondent.Key.ToString(CultureInfo.InvariantCulture))) yield return figure;
            foreach (var figure in Survey(area, period, Sum(asked), "", "")) yield return figure;
        }

        static SurveySums Sum(IEnumerable<KeyValuePair<(int, int), SurveySums>> answers)
        {
            var sum = new SurveySums();
            foreach (var (_, sums) in answers) sum.Add(sums);
            return sum;
        }
    }

    static IEnumerable<Figure> Ratings(int area, TruthPeriod period, RatingCounts[] counts, string breakdown, string member)
    {
        var all = counts.Sum(count => count.All.Sum(period.First, period.Last));
        yield return WithWilson("", counts.Sum(count => count.Good.Sum(period.First, period.Last)));
        yield return WithWilson("very_satisfied", counts.Sum(count => count.VeryGood.Sum(period.First, period.Last)));

        Figure WithWilson(string variant, long part)
        {
            var figure = Figure.Ratio("C07", variant, area, period, part, all, 100) with { Breakdown = breakdown, Member = member };
            if (figure.Value is null) return figure;
            var (low, high) = Wilson(part, all);
            return figure with { Low = low, High = high };
        }
    }

    /// <summary>Wilson's interval of a share, in per cent, with everything brought over one denominator.</summary>
    public static (string Low, string High) Wilson(BigInteger part, BigInteger all)
    {
        var (m, z) = (ZUnit * ZUnit, Z * Z);
        var middle = all * (2 * part * m + z);
        var underRoot = z * all * (4 * m * part * (all - part) + all * z);
        return Rounded.WithRoot(middle * 100, underRoot * 10_000, 2 * all * (all * m + z), 2);
    }

    static IEnumerable<Figure> Survey(int area, TruthPeriod period, SurveySums sums, string breakdown, string member)
    {
        yield return Mean(area, period, sums) with { Breakdown = breakdown, Member = member };
        yield return Figure.Ratio("E21", "response_rate", area, period, sums.Answered, sums.Sampled, 100) with { Breakdown = breakdown, Member = member };
    }

    static Figure Mean(int area, TruthPeriod period, SurveySums sums)
    {
        if (!period.IsWhole || sums.Weight.IsZero) return new("E21", "", area, period.Name, null);
        var (weight, score) = (sums.Weight, sums.WeightedScore);
        // Σw²(s − mean)², times the squared sum of weights.
        var spread = weight * weight * sums.SquaredWeightSquaredScore - 2 * score * weight * sums.SquaredWeightScore + score * score * sums.SquaredWeight;
        var (low, high) = Rounded.WithRoot(score * weight * ZUnit, Z * Z * spread, weight * weight * ZUnit, 1);
        return new("E21", "", area, period.Name, Rounded.Quotient(score, weight, 1)) { Low = low, High = high };
    }
}
