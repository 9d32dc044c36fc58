using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Shell;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary>What the product says of one case, beside what the table expects.</summary>
sealed record Finding(string Expected, string Found, string Because)
{
    public bool Agrees => Expected == Found;

    public override string ToString() => Agrees ? "agree" : $"differ: expected {Expected} found {Found} because {Because}";
}

/// <summary>Runs the product's own code over a table of cases: one line per case, then how many agree.</summary>
abstract class CheckVerb : Verb
{
    readonly Argument<FileInfo> file = new("FILE") { Description = "CSV file of the cases." };
    readonly IReadOnlyList<string> columns;

    protected CheckVerb(string name, string description, params IReadOnlyList<string> columns) : base(name, description)
    {
        this.columns = columns;
        Add(file);
    }

    protected abstract Finding Judge(Case row);

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var row in await CaseTable.Read(call.Arguments.GetRequiredValue(file), columns, cancel))
        {
            var finding = Judge(row);
            call.Terminal.Say(finding.ToString());
            findings.Add(finding);
        }
        var differ = findings.Count(finding => !finding.Agrees);
        call.Terminal.Say($"{findings.Count - differ} agree, {differ} differ");
        return new Outcome(differ == 0 ? ExitCode.Ok : ExitCode.Different, new { agree = findings.Count - differ, differ, cases = findings });
    }

    /// <exception cref="UsageException">The cell holds no number.</exception>
    protected static decimal Number(Case row, string column) =>
        decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UsageException($"Case {row.Number}: {column} is '{row[column]}', expected a number.");

    /// <summary>A figure as it is printed with this many decimals, or the dashes that stand for none.</summary>
    protected static string Printed(decimal? value, int decimals) =>
        value?.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? "——";
}
