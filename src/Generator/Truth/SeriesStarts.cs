namespace DemoCityAnalytics.Generator.Truth;

/// <summary>Periods in which a published series begins on another basis, from which it must not be joined to what was before.</summary>
static class SeriesStarts
{
    static readonly string[] RegisteredRate = ["2021-01", "2021-Q1", "2021"];
    static readonly string[] AgesWithoutStudents = ["Y", "M", "A"];

    public static bool Is(Figure figure) => figure.Indicator switch
    {
        "E05" => RegisteredRate.Contains(figure.Period),
        "E06" => figure.Period == "2023-12" && AgesWithoutStudents.Contains(figure.Member),
        _ => false,
    };
}
