using System.Globalization;
using System.Reflection;
using DemoCityAnalytics.Metrics.Verification;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary>What is known of a row of the catalogue.</summary>
/// <param name="Definition">File of the definition, relative to the definitions' project; null when nothing answers the row.</param>
/// <param name="Cases">Cases worked out by hand that the tests run.</param>
/// <param name="Compared">Figures of the generated set that an independent program states too; null when no set was generated.</param>
/// <param name="Sample">One of these figures.</param>
sealed record RowStatus(string Code, string Name, string Unit, string Standing, string? Definition, int Cases, long? Compared, TruthSample? Sample, long? Differences)
{
    const string Folder = "Indicators/";

    /// <summary>Whether the generator, which shares no code with the product, states figures of this row; null when no set was generated.</summary>
    public bool? IndependentCheck => Compared is { } compared ? compared > 0 : null;

    /// <summary>Head of the lines of <see cref="Held"/>; 110 columns.</summary>
    public static string Head => Columns("row", "definition (Indicators/)", "cases", "independent", "value", "truth", "equal", "differ");

    /// <summary>The row as it is listed.</summary>
    public string Listed => string.Create(CultureInfo.InvariantCulture, $"{Code} {Name} ({Unit}): {Definition ?? "no definition"}, {Cases} cases");

    /// <summary>The row with one of its figures and how many are as the truth has them.</summary>
    public string Held => Columns(Code, Definition?[Folder.Length..] ?? "none", Number(Cases), IndependentCheck == true ? "yes" : "no", Sample?.Found ?? "", Sample?.Expected ?? "",
        Number(Compared - Differences), Number(Differences));

    static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    static string Columns(string code, string definition, string cases, string check, string value, string truth, string equal, string differ) =>
        $"{code,-3} {definition,-55} {cases,5} {check,-11} {value,9} {truth,9} {equal,6} {differ,6}";
}

/// <summary>The cases of the tests, listed when the program is built (cases.txt): one line for each, its folder.</summary>
static class CaseIndex
{
    static readonly Lazy<ILookup<string, string>> Cases = new(() => EmbeddedText.Read(Assembly.GetExecutingAssembly(), "cases.txt")
        .Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToLookup(line => line.TrimEnd('/').Split('/')[^2], StringComparer.Ordinal));

    public static int Of(string indicator) => Cases.Value[indicator].Count();
}
