namespace DemoCityAnalytics.Generator.Truth;

/// <summary>D04 关键字段完整率, D05 标识校验合格率.</summary>
static class QualityFigures
{
    public static IEnumerable<Figure> OfTally(int area, Tally tally, PeriodGrid grid)
    {
        foreach (var period in grid.Common)
        {
            yield return Of("D04", area, period, tally.KeyCells, "", "");
            for (var i = 0; i < tally.KeyCells.Length; i++)
                if (IsShown(tally.KeyCells[i], period)) yield return Of("D04", area, period, [tally.KeyCells[i]], "source", Tally.QualitySources[i]);
            yield return Of("D05", area, period, [tally.Persons, tally.CreditCodes], "", "");
            if (IsShown(tally.Persons, period)) yield return Of("D05", area, period, [tally.Persons], "identifier_kind", "person");
            if (IsShown(tally.CreditCodes, period)) yield return Of("D05", area, period, [tally.CreditCodes], "identifier_kind", "credit_code");
        }
    }

    static bool IsShown(Share share, TruthPeriod period) => period.IsWhole && share.Whole.Sum(period.First, period.Last) > 0;

    static Figure Of(string indicator, int area, TruthPeriod period, Share[] shares, string breakdown, string member) =>
        Figure.Ratio(indicator, "", area, period,
            shares.Sum(share => share.Part.Sum(period.First, period.Last)), shares.Sum(share => share.Whole.Sum(period.First, period.Last)), 100) with
        {
            Breakdown = breakdown,
            Member = member,
        };
}
