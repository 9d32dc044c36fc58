using System.CommandLine;
using DemoCityAnalytics.Cli.Settings;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Identity;
using DemoCityAnalytics.Warehouse.Definitions;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Cli.Shell;

/// <summary>Runs a verb and turns whatever happens into one exit code and one message, the same way for all verbs.</summary>
static class Answer
{
    public static readonly Option<bool> Json = new("--json") { Description = "Write one JSON document and nothing else to standard output.", Recursive = true };

    public static readonly Option<FileInfo?> SettingsFile = new("--settings")
    {
        Description = "Settings file; without it dca.json of the current folder, when there is one.",
        HelpName = "FILE",
        Recursive = true,
    };

    public static async Task<ExitCode> To(
        string verb, ParseResult arguments, Func<Call, CancellationToken, Task<Outcome>> run, CancellationToken cancel)
    {
        var terminal = new Terminal(arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error, arguments.GetValue(Json));
        var outcome = await Outcome(verb, arguments, terminal, run, cancel);
        terminal.Finish(verb, outcome);
        return outcome.Code;
    }

    /// <summary>A command line that names no verb or misspells an option.</summary>
    public static ExitCode Misused(ParseResult arguments, IReadOnlyList<string> mistakes, InvocationConfiguration where)
    {
        var json = arguments.Tokens.Any(token => token.Value == Json.Name);
        new Terminal(where.Output, where.Error, json).Finish(arguments.CommandResult.Command.Name, Shell.Outcome.Failed(
            ExitCode.Usage, $"The command line is not understood; `dca {Help(arguments)}--help` shows what may be written.",
            mistakes));
        return ExitCode.Usage;
    }

    static string Help(ParseResult arguments) =>
        arguments.CommandResult.Command is RootCommand ? "" : arguments.CommandResult.Command.Name + " ";

    static async Task<Outcome> Outcome(
        string verb, ParseResult arguments, Terminal terminal, Func<Call, CancellationToken, Task<Outcome>> run, CancellationToken cancel)
    {
        try
        {
            var settings = EffectiveSettings.Read(arguments.GetValue(SettingsFile)?.FullName, Environment.GetEnvironmentVariables());
            return await run(new Call(verb, arguments, settings, terminal), cancel);
        }
        catch (SettingsException e)
        {
            return Shell.Outcome.Failed(ExitCode.Usage, "Settings are wrong; nothing was started.", e.Issues);
        }
        catch (OptionsValidationException e)
        {
            return Shell.Outcome.Failed(ExitCode.Usage, "Settings are wrong; nothing was started.", [.. e.Failures]);
        }
        catch (UsageException e)
        {
            return Shell.Outcome.Failed(ExitCode.Usage, e.Message);
        }
        catch (Exception e) when (e is UnknownSourceException or IdentityKeyException)
        {
            return Shell.Outcome.Failed(ExitCode.Usage, e.Message);
        }
        catch (WarehouseInUseException e)
        {
            return Shell.Outcome.Failed(ExitCode.WarehouseInUse, e.Message);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Shell.Outcome.Failed(ExitCode.Cancelled, "Stopped. What was not finished was rolled back; run the same command again.");
        }
        catch (DefinitionException e)
        {
            return Shell.Outcome.Failed(ExitCode.Internal, "A definition file of the product is wrong.", [.. e.Issues.Select(i => i.ToString())]);
        }
        catch (Exception e)
        {
            return Shell.Outcome.Failed(ExitCode.Internal, "Something unexpected happened; please report it with the lines below.", e.ToString());
        }
    }
}

/// <summary>The command line asks for something that cannot be done; the message says what and what to write instead.</summary>
sealed class UsageException(string message) : Exception(message);
