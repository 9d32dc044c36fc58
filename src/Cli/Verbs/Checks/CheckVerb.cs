using System.CommandLine;
using System.Globalization;
using System.Text;
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
    readonly string expected;
    readonly IReadOnlyList<string> columns;

    /// <param name="expected">Column of the answer that the table expects.</param>
    protected CheckVerb(string name, string description, string expected, params IReadOnlyList<string> inputs) : base(name, description)
    {
        this.expected = expected;
        columns = [.. inputs, expected];
        Add(file);
    }

    /// <exception cref="FormatException">A cell of the case cannot be read.</exception>
    protected abstract Finding Judge(Case row);

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var row in await CaseTable.Read(call.Arguments.GetRequiredValue(file), columns, cancel))
        {
            Finding finding;
            try
            {
                finding = Judge(row);
            }
            catch (FormatException e)
            {
                // One case that cannot be read says nothing about the others.
                finding = new Finding(row[expected], "nothing", $"case {row.Number}: {e.Message}");
            }
            call.Terminal.Say(finding.ToString());
            findings.Add(finding);
        }
        var differ = findings.Count(finding => !finding.Agrees);
        call.Terminal.Say($"{findings.Count - differ} agree, {differ} differ");
        return new Outcome(differ == 0 ? ExitCode.Ok : ExitCode.Different, new { agree = findings.Count - differ, differ, cases = findings });
    }

    /// <summary>A number as papers print it: with or without thousands marks and per cent sign, in narrow or full-width digits.</summary>
    /// <exception cref="FormatException">The cell holds no number.</exception>
    protected static decimal Number(Case row, string column) =>
        decimal.TryParse(Digits(row[column]), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{column} is '{row[column]}', expected a number.");

    /// <summary>The number of a cell, or null when it is empty or holds the dashes that stand for none.</summary>
    protected static decimal? NumberOrNone(Case row, string column) => Digits(row[column]).Trim('-', '—', '–', '/').Length == 0 ? null : Number(row, column);

    /// <summary>The cell's number in plain digits, with the decimals that were printed.</summary>
    protected static string Digits(string cell) =>
        string.Concat(cell.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && letter is not (',' or '\'')))
            .Replace('−', '-').Replace('‐', '-').TrimEnd('%');

    /// <summary>A figure as it is printed with this many decimals, or the dashes that stand for none.</summary>
    protected static string Printed(decimal? value, int decimals) =>
        value?.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? "——";
}
