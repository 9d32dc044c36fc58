using System.Globalization;
using System.Text;

namespace DemoCityAnalytics.Generator.Truth;

/// <summary>Writes <c>truth/observations.csv</c> and <c>truth/rejections.csv</c>.</summary>
static class TruthFiles
{
    const int Nation = 0;

    public static long WriteObservations(string path, IReadOnlyList<CityTruth> cities, PeriodGrid grid)
    {
        using var file = Open(path);
        file.WriteLine("indicator,variant,area_code,period,breakdown,member,numerator,denominator,value,low,high,status");
        var rows = 0L;
        foreach (var figure in Figures(cities, grid))
        {
            file.WriteLine(figure.ToLine());
            rows++;
        }
        return rows;
    }

    public static void WriteRejections(string path, IEnumerable<KeyValuePair<Faults.FaultKind, long>> counts)
    {
        using var file = Open(path);
        file.WriteLine("source,rule,column,severity,rows");
        foreach (var (kind, rows) in counts)
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Source},{kind.Rule},{kind.Column},{kind.Severity},{rows}"));
    }

    static IEnumerable<Figure> Figures(IReadOnlyList<CityTruth> cities, PeriodGrid grid)
    {
        foreach (var truth in cities.OrderBy(truth => truth.City.Code))
        {
            for (var i = 0; i < truth.City.Districts.Length; i++)
                foreach (var figure in EmploymentFigures.OfHeads(truth.City.Districts[i], truth.District(i + 1), grid)) yield return figure;
            foreach (var figure in OfArea(truth.City.Code, truth.Tally, grid)) yield return figure;
        }
        var provinces = cities.GroupBy(truth => truth.City.Province).OrderBy(group => group.Key)
            .Select(group => (Code: group.Key, Tally: Tally.Sum(group.Select(truth => truth.Tally).ToArray()))).ToArray();
        foreach (var (code, tally) in provinces)
            foreach (var figure in OfArea(code, tally, grid)) yield return figure;
        foreach (var figure in OfArea(Nation, Tally.Sum(cities.Select(truth => truth.Tally).ToArray()), grid)) yield return figure;
    }

    public static IEnumerable<Figure> OfArea(int area, Tally tally, PeriodGrid grid) =>
        EmploymentFigures.OfHeads(area, tally.Heads, grid)
            .Concat(EmploymentFigures.OfTally(area, tally, grid))
            .Concat(MarketFigures.OfTally(area, tally, grid))
            .Concat(ServiceFigures.OfTally(area, tally, grid))
            .Concat(QualityFigures.OfTally(area, tally, grid));

    static StreamWriter Open(string path) => new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
}
