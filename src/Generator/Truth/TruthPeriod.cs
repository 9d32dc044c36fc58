using System.Globalization;
using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth;

enum PeriodKind { Month, Quarter, HalfYear, Year, YearToDate, Rolling12, ReportMonth }

/// <summary>A statistical period that ends inside the run; one that begins before the run is not wholly known.</summary>
/// <param name="First">The first month whose counts belong to it; a report month, from the 21st to the 20th, has counts of its own under its last month.</param>
sealed record TruthPeriod(PeriodKind Kind, int First, int Last, bool IsWhole)
{
    public int Year => Last / 12;

    public string Name => NameOf(Kind, Last);

    /// <summary>Of periods that end in the same month, the higher is the longer.</summary>
    public int Rank => Kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 2, PeriodKind.HalfYear => 3, PeriodKind.YearToDate => 4, _ => 5 };

    public static string NameOf(PeriodKind kind, int last) => kind switch
    {
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{last / 12:0000}-Q{last % 12 / 3 + 1}"),
        PeriodKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{last / 12:0000}-S{last % 12 / 6 + 1}"),
        PeriodKind.Rolling12 => NameOf(PeriodKind.Month, last) + "-r12",
        PeriodKind.ReportMonth => NameOf(PeriodKind.Month, last) + "-rm",
        PeriodKind.Year => string.Create(CultureInfo.InvariantCulture, $"{last / 12:0000}"),
        PeriodKind.YearToDate => string.Create(CultureInfo.InvariantCulture, $"{last / 12:0000}-{last % 12 + 1:00}-ytd"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{last / 12:0000}-{last % 12 + 1:00}"),
    };

    public static IReadOnlyList<TruthPeriod> All(Timeline timeline, params PeriodKind[] kinds) => kinds
        .SelectMany(kind => Enumerable.Range(timeline.First, timeline.Months)
            .Select(last => (First: FirstMonth(kind, last), Last: last))
            .Where(span => span.First >= 0)
            .Select(span => new TruthPeriod(kind, kind == PeriodKind.ReportMonth ? span.Last : span.First, span.Last, span.First >= timeline.First)))
        .ToArray();

    static int FirstMonth(PeriodKind kind, int last) => kind switch
    {
        PeriodKind.Month => last,
        PeriodKind.Quarter => last % 3 == 2 ? last - 2 : -1,
        PeriodKind.HalfYear => last % 6 == 5 ? last - 5 : -1,
        PeriodKind.Year => last % 12 == 11 ? last - 11 : -1,
        PeriodKind.Rolling12 => last - 11,
        PeriodKind.ReportMonth => last - 1,
        _ => last / 12 * 12,
    };
}
