using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DemoCityAnalytics.Cli.Shell;

/// <summary>
/// Where a verb writes: results to standard output, everything else to standard error. With <c>--json</c> standard output holds
/// one JSON document and nothing else.
/// </summary>
sealed class Terminal(TextWriter output, TextWriter error, bool json)
{
    internal static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // never put into a page
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    readonly Lock writing = new();
    bool finished;

    /// <summary>A line of the result.</summary>
    public void Say(string line)
    {
        if (!json) output.WriteLine(line);
    }

    /// <summary>A line beside the result: progress, a hint.</summary>
    public void Note(string line)
    {
        lock (writing) error.WriteLine(line);
    }

    /// <summary>Writes the JSON document: at the end of the call or, for a verb that goes on serving, at its start.</summary>
    public void Finish(string verb, Outcome outcome)
    {
        if (json && !finished)
            output.WriteLine(JsonSerializer.Serialize(
                new Envelope(verb, outcome.Code == ExitCode.Ok, (int)outcome.Code, outcome.Result, outcome.Error), JsonOptions));
        else if (outcome.Error is { } failure)
            Note(string.Join(Environment.NewLine, failure.Issues.Prepend(failure.Message)));
        output.Flush();
        finished = true;
    }

    sealed record Envelope(string Verb, bool Ok, int ExitCode, object? Result, Failure? Error);
}

/// <summary>Why a call did not do what was asked, with every issue found.</summary>
sealed record Failure(string Message, IReadOnlyList<string> Issues);

/// <summary>What a verb ends with; <see cref="Result"/> is the body of the JSON document.</summary>
sealed record Outcome(ExitCode Code, object? Result, Failure? Error = null)
{
    public static Outcome Done(object? result) => new(ExitCode.Ok, result);

    public static Outcome Failed(ExitCode code, string message, params IReadOnlyList<string> issues) => new(code, null, new Failure(message, issues));
}
