using System.CommandLine;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Evaluation;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca rules</c>: whether a rule set can be used, before it is put into the settings; and the shipped one to start from.</summary>
sealed class RulesVerb : Verb
{
    readonly Argument<FileInfo?> file = new("FILE") { Description = "Rule set to check; the one in the settings when left out.", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<bool> print = new("--print") { Description = "Print the rule set itself, as YAML." };

    public RulesVerb() : base("rules", "Check a rule set and say what it holds.")
    {
        Add(file);
        Add(print);
    }

    protected override Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        RuleSet rules;
        try
        {
            rules = RuleSet.Named(call.Arguments.GetValue(file)?.FullName ?? call.Settings.Get<EvaluationOptions>().RuleSetFile);
        }
        catch (DefinitionException e)
        {
            return Task.FromResult(Outcome.Failed(ExitCode.Different, $"The rule set cannot be used; it has {e.Issues.Count} mistakes.", [.. e.Issues.Select(issue => issue.ToString())]));
        }
        if (call.Arguments.GetValue(print))
        {
            call.Terminal.Say(rules.Text.TrimEnd());
            return Task.FromResult(Outcome.Done(new { rules.Id, rules.Version, rules.Text }));
        }
        var standards = rules.Standards.Select(x => new { x.Number, Name = x.Name.Zh, Figures = x.Items.Count, Evidence = x.Evidence.Count, Points = x.Items.Sum(item => item.Points) + x.Evidence.Sum(item => item.Points) }).ToList();
        call.Terminal.Say($"{rules.Id} version {rules.Version}: {rules.Name.Zh}. {rules.Source.Zh}");
        foreach (var standard in standards) call.Terminal.Say($"  {standard.Number} {standard.Name}: {standard.Figures} figures, {standard.Evidence} evidence items, {standard.Points:0.##} points");
        call.Terminal.Say($"{rules.Items.Count()} figures and {rules.Evidence.Count()} evidence items, {rules.FullPoints:0.##} points; no issues");
        return Task.FromResult(Outcome.Done(new { rules.Id, rules.Version, rules.Name, rules.Source, rules.FullPoints, Standards = standards }));
    }
}
