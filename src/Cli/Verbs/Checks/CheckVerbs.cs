using System.CommandLine;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary><c>dca check</c>: the product's own code over tables of cases with known answers.</summary>
static class CheckVerbs
{
    public static Command Group() => new("check", "Run the product's own code over tables of cases with known answers.")
    {
        new GroupedRatioCheck(),
        new CompletionCheck(),
        new ChangesCheck(),
        new IdentifiersCheck(),
        new ScreeningCheckVerb(),
        new PostingsCheckVerb(),
        new CsvCheck(),
        new PublishedRatesCheck(),
        new ReportedCheck(),
    };
}
