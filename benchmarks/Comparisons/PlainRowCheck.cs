using System.Globalization;
using System.Numerics;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Benchmarks.Comparisons;

/// <summary>Holds every row of the plain queries against the product's figure of the same city, month and group.</summary>
static class PlainRowCheck
{
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, List<object?[]>> plain, IReadOnlyDictionary<FigureId, Observation> figures)
    {
        foreach (var (query, rows) in plain)
        {
            var check = Check(query);
            foreach (var row in rows)
                foreach (var (id, part, expected) in check(row))
                    if (!Equal(figures.GetValueOrDefault(id), part, expected is DBNull ? null : expected))
                        yield return $"{query}: {id} {part}: plain {expected ?? "null"}, product {Found(figures.GetValueOrDefault(id), part) ?? "null"}";
        }
    }

    enum Part { Numerator, Denominator, Value }

    static Func<object?[], IEnumerable<(FigureId, Part, object?)>> Check(string query) => query[..2] switch
    {
        "q1" => row => [(Id("E91", "", row), Part.Value, row[2]), (Id("E91", "postings", row), Part.Value, row[3])],
        "q2" => row => [(Id("E92", "", row), Part.Value, row[2])],
        // A group without seekers has no ratio: the plain query prints infinity, the product a missing figure. Without openings the plain
        // query divides NULL, although it prints 0 openings; the product's ratio is then 0, and only the parts are compared.
        "q3" => row => Number(row[4]) == 0 ? [(Group(row), Part.Value, null)]
            : [(Group(row), Part.Numerator, row[3]), (Group(row), Part.Denominator, row[4]), .. row[5] is DBNull ? Array.Empty<(FigureId, Part, object?)>() : [(Group(row), Part.Value, row[5])]],
        "q4" => row => [(Id("E94", "gross", row), Part.Value, row[2]), (Id("E94", "", row), Part.Value, row[4]), (Id("E94", "", row, Frequency.YearToDate), Part.Value, row[5])],
        "q5" => row => [(Id("E95", "", row), Part.Numerator, row[2]), (Id("E95", "", row), Part.Value, row[3])],
        "q6" => row => Number(row[2]) == 0 ? [(Id("E96", "", row), Part.Value, null)]
            : [(Id("E96", "", row), Part.Denominator, row[2]), (Id("E96", "", row), Part.Value, row[3]), (Id("E96", "good", row), Part.Value, row[4])],
        // The product counts whole yuan: the sum of both bounds, whose median is twice the one of their mean.
        "q7" => row => [(Id("E97", "", row), Part.Value, Number(row[2]) * 2)],
        "q8" => row => [(Id("E91", "", ["120300", row[0]]), Part.Value, row[1]), (Id("E91", "postings", ["120300", row[0]]), Part.Value, row[2])],
        _ => throw new InvalidOperationException($"No figure is known for the plain query {query}."),
    };

    static FigureId Id(string indicator, string variant, object?[] row, Frequency frequency = Frequency.Month) => new(
        indicator, variant, int.Parse((string)row[0]!, CultureInfo.InvariantCulture),
        Period.EndingIn(Month.Of(row[1] is DateOnly day ? day : DateOnly.FromDateTime((DateTime)row[1]!)), frequency)!.Value);

    static FigureId Group(object?[] row) => Id("E93", "", row) with { Breakdown = "occupation", Member = (string)row[2]! };

    static object? Found(Observation? figure, Part part) => part switch
    {
        Part.Numerator => figure?.Numerator,
        Part.Denominator => figure?.Denominator,
        _ => figure?.Value,
    };

    // Plain ratios are floating point; the product's are rounded to six decimals from the exact parts.
    static bool Equal(Observation? figure, Part part, object? expected) => (Found(figure, part), expected) switch
    {
        (null, null) => figure is not null,
        (null, _) or (_, null) => false,
        (BigInteger found, _) => found == (BigInteger)Number(expected!),
        (decimal found, double ratio) => Math.Abs((double)found - ratio) <= 0.5000001e-6 * Math.Max(1, Math.Abs(ratio)),
        (decimal found, _) => found == Number(expected!),
        _ => false,
    };

    static decimal Number(object? value) => value is BigInteger big ? (decimal)big : Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
