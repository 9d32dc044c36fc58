using System.Globalization;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>
/// The area and the months that a periodic file's name declares: <c>岗位_130100_2024Q1.csv</c>. A declared month without rows is a month
/// in which nothing happened, not one that is missing.
/// </summary>
public sealed partial record DeclaredCoverage(int AreaCode, Month First, Month Last)
{
    public static DeclaredCoverage? Of(string fileName)
    {
        var match = Named().Match(Path.GetFileName(fileName));
        if (!match.Success) return null;
        var area = int.Parse(match.Groups["area"].Value, CultureInfo.InvariantCulture);
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        if (match.Groups["quarter"].Success)
        {
            var quarter = match.Groups["quarter"].Value[0] - '0';
            return new DeclaredCoverage(area, new Month(year, quarter * 3 - 2), new Month(year, quarter * 3));
        }
        if (!match.Groups["month"].Success) return new DeclaredCoverage(area, new Month(year, 1), new Month(year, 12));
        var month = int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 ? new DeclaredCoverage(area, new Month(year, month), new Month(year, month)) : null;
    }

    [GeneratedRegex("_(?<area>[0-9]{6})_(?<year>(19|20)[0-9]{2})(Q(?<quarter>[1-4])|(?<month>[0-9]{2}))?(_[^/]*)?\\.[A-Za-z]+$")]
    private static partial Regex Named();
}
