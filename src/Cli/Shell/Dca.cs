using System.CommandLine;
using System.CommandLine.Parsing;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Cli.Shell;

/// <summary>Reads the command line and runs the verb it names.</summary>
static class Dca
{
    public static async Task<int> Run(RootCommand root, string[] arguments)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var parsed = root.Parse(arguments);
        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // Long enough to roll a load back; a second Ctrl-C does not wait.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        List<string> mistakes = [.. parsed.Errors.Select(e => e.Message), .. UnknownOptions(parsed)];
        if (mistakes.Count > 0) return (int)Answer.Misused(parsed, mistakes, invocation);
        return await parsed.InvokeAsync(invocation);
    }

    // A verb that takes a file would otherwise look for one of that name. What stands behind a lone -- is meant as it is written.
    static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))
        .Select(token => $"There is no option {token.Value}{NearestName.Hint(token.Value, Options(parsed.CommandResult.Command))}.");

    static IEnumerable<string> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive))).Select(option => option.Name);
}
