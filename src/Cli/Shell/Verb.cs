using System.CommandLine;
using DemoCityAnalytics.Cli.Settings;

namespace DemoCityAnalytics.Cli.Shell;

/// <summary>One verb of <c>dca</c>: what may be written after it, and what it does.</summary>
abstract class Verb : Command
{
    protected Verb(string name, string description) : base(name, description) =>
        SetAction(async (arguments, cancel) => (int)await Answer.To(FullName(), arguments, Run, cancel));

    protected abstract Task<Outcome> Run(Call call, CancellationToken cancel);

    string FullName() => string.Join(' ', Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name).Append(Name));
}

/// <summary>One call of a verb.</summary>
sealed record Call(string Verb, ParseResult Arguments, EffectiveSettings Settings, Terminal Terminal);
