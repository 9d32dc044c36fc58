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
        // What no city sent records of is not asked about.
        var known = cities.SelectMany(truth => truth.OwnFigures).Where(figure => figure.Value is not null).Select(figure => figure.Indicator).ToHashSet(StringComparer.Ordinal);
        foreach (var truth in cities.OrderBy(truth => truth.City.Code))
        {
            for (var i = 0; i < truth.City.Districts.Length; i++)
                foreach (var figure in EmploymentFigures.OfHeads(truth.City.Districts[i], truth.District(i + 1), grid)) yield return figure;
            foreach (var figure in OfArea(truth.City.Code, truth.Tally, truth.Tables, grid).Concat(truth.OwnFigures.Where(figure => known.Contains(figure.Indicator)))) yield return figure;
        }
        var provinces = cities.GroupBy(truth => truth.City.Province).OrderBy(group => group.Key)
            .Select(group => (Code: group.Key, Cities: group.ToArray())).Append((Code: Nation, Cities: cities.ToArray()));
        foreach (var (code, parts) in provinces)
            foreach (var figure in OfArea(code, Tally.Sum(parts.Select(truth => truth.Tally).ToArray()), TruthTable.Sum(parts.Select(truth => truth.Tables).ToArray()), grid))
                if (figure.Indicator != "P01" || cities.Any(truth => truth.HasApplied)) yield return figure;
    }

    public static IEnumerable<Figure> OfArea(int area, Tally tally, IReadOnlyList<TruthTable> tables, PeriodGrid grid) =>
        OfTally(area, tally, grid).Concat(tables.SelectMany(table => table.Figures(area, grid)));

    public static IEnumerable<Figure> OfTally(int area, Tally tally, PeriodGrid grid) =>
        EmploymentFigures.OfHeads(area, tally.Heads, grid)
            .Concat(EmploymentFigures.OfTally(area, tally, grid))
            .Concat(MarketFigures.OfTally(area, tally, grid))
            .Concat(ServiceFigures.OfTally(area, tally, grid))
            .Concat(QualityFigures.OfTally(area, tally, grid));

    static StreamWriter Open(string path) => new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
}
