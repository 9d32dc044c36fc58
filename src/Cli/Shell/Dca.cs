using System.CommandLine;

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
        if (parsed.Errors.Count > 0) return (int)Answer.Misused(parsed, invocation);
        return await parsed.InvokeAsync(invocation);
    }
}
