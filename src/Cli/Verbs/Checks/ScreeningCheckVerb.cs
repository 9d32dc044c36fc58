using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Models.Screening;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary><c>dca check screening</c>: the screening rules over labelled sentences.</summary>
sealed class ScreeningCheckVerb : Verb
{
    readonly Argument<FileInfo> file = new("FILE") { Description = "CSV with the columns text and expected_rule (empty: no rule may fire)." };

    public ScreeningCheckVerb() : base("screening", "Compare what the screening rules find with labelled sentences.") => Add(file);

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var rows = await CaseTable.Read(call.Arguments.GetRequiredValue(file), ["text", "expected_rule"], cancel);
        var cases = rows.Select(row => new ScreeningCase(row["text"], row["expected_rule"]));
        var check = ScreeningCheck.Run(new PostingScreen(ScreeningRules.BuiltIn()), cases);
        foreach (var verdict in check.Verdicts) call.Terminal.Say(Line(verdict));
        call.Terminal.Say($"precision {Share(check.Found, check.Flagged)}, recall {Share(check.Found, check.Expected)}");
        call.Terminal.Say($"{check.Agreeing} agree, {check.Verdicts.Count - check.Agreeing} differ");
        var result = new
        {
            agree = check.Agreeing,
            differ = check.Verdicts.Count - check.Agreeing,
            check.Found,
            check.Flagged,
            check.Expected,
            cases = check.Verdicts.Select(verdict => new { verdict.Case.Text, verdict.Case.Expected, verdict.Fired, verdict.Agrees }),
        };
        return new Outcome(check.Agreeing == check.Verdicts.Count ? ExitCode.Ok : ExitCode.Different, result);
    }

    static string Line(ScreeningVerdict verdict) => verdict.Agrees
        ? $"agree: {verdict.Case.Text}"
        : $"differ: expected {Named([verdict.Case.Expected])} found {Named(verdict.Fired)} because {Reason(verdict)}: {verdict.Case.Text}";

    static string Reason(ScreeningVerdict verdict) => verdict.Hits.Count == 0
        ? "no form of a rule stands in the text"
        : string.Join(", ", verdict.Hits.Select(hit => $"'{hit.Words}' is a form of {hit.Rule.Id}"));

    static string Named(IReadOnlyList<string> rules) => rules is [] or [""] ? "no rule" : string.Join(", ", rules);

    static string Share(int part, int whole) => whole == 0
        ? "not defined (0 of 0)"
        : string.Create(CultureInfo.InvariantCulture, $"{100m * part / whole:0.0} % ({part} of {whole})");
}
