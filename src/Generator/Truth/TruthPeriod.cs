using System.Globalization;
using DemoCityAnalytics.Generator.Cities;

namespace DemoCityAnalytics.Generator.Truth;

enum PeriodKind { Month, Quarter, Year, YearToDate }

/// <summary>A statistical period that ends inside the run; one that begins before the run is not wholly known.</summary>
sealed record TruthPeriod(PeriodKind Kind, int First, int Last, bool IsWhole)
{
    public int Year => Last / 12;

    public string Name => NameOf(Kind, Last);

    /// <summary>Of periods that end in the same month, the higher is the longer.</summary>
    public int Rank => Kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 2, PeriodKind.YearToDate => 3, _ => 4 };

    public static string NameOf(PeriodKind kind, int last) => kind switch
    {
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{last / 12:0000}-Q{last % 12 / 3 + 1}"),
        PeriodKind.Year => string.Create(CultureInfo.InvariantCulture, $"{last / 12:0000}"),
        PeriodKind.YearToDate => string.Create(CultureInfo.InvariantCulture, $"{last / 12:0000}-{last % 12 + 1:00}-ytd"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{last / 12:0000}-{last % 12 + 1:00}"),
    };

    public static IReadOnlyList<TruthPeriod> All(Timeline timeline, params PeriodKind[] kinds) => kinds
        .SelectMany(kind => Enumerable.Range(timeline.First, timeline.Months)
            .Select(last => (First: FirstMonth(kind, last), Last: last))
            .Where(span => span.First >= 0)
            .Select(span => new TruthPeriod(kind, span.First, span.Last, span.First >= timeline.First)))
        .ToArray();

    static int FirstMonth(PeriodKind kind, int last) => kind switch
    {
        PeriodKind.Month => last,
        PeriodKind.Quarter => last % 3 == 2 ? last - 2 : -1,
        PeriodKind.Year => last % 12 == 11 ? last - 11 : -1,
        _ => last / 12 * 12,
    };
}
