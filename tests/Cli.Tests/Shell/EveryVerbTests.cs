using System.Text.Json;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Cli.Shell;

namespace DemoCityAnalytics.Cli.Tests.Shell;

/// <summary>What holds of every verb, asked of each that the program lists. They run in this process: starting one takes longer than its answer.</summary>
public sealed partial class EveryVerbTests
{
    [Fact]
    public void OptionWithoutItsValue_EndsWithTwo_AndOneDocumentSaysSo()
    {
        var verbs = Verb().Matches(Run("--help").Output.Split("Commands:")[1]).Select(x => x.Groups[1].Value).ToList();
        Assert.True(verbs.Count > 25, string.Join(", ", verbs));

        foreach (var verb in verbs)
        {
            var (code, output, error) = Run(verb, "--json", "--settings");

            Assert.True((code, error) == ((int)ExitCode.Usage, ""), $"{verb}: {code} {error}");
            var document = JsonDocument.Parse(output).RootElement;
            Assert.Equal((int)ExitCode.Usage, document.GetProperty("exitCode").GetInt32());
            Assert.Contains("--settings", document.GetProperty("error").GetRawText(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("rules")]
    [InlineData("load")]
    public void MisspeltOption_IsNotTakenForAFile(string verb)
    {
        var (code, _, error) = Run(verb, "--settigns");

        Assert.Equal((int)ExitCode.Usage, code);
        Assert.Contains("There is no option --settigns (did you mean '--settings'?).", error, StringComparison.Ordinal);
    }

    static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var (output, error, before) = (new StringWriter(), new StringWriter(), (Console.Out, Console.Error));
        try
        {
            Console.SetOut(output);
            Console.SetError(error);
            var code = (int)typeof(ExitCode).Assembly.EntryPoint!.Invoke(null, [arguments])!;
            return (code, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(before.Out);
            Console.SetError(before.Error);
        }
    }

    [GeneratedRegex(@"^  ([a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Verb();
}
