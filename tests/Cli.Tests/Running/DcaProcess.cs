using System.Diagnostics;
using System.Text.Json;

namespace DemoCityAnalytics.Cli.Tests.Running;

/// <summary>What a call of the real program printed and ended with.</summary>
sealed record DcaResult(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string LastLine => Output.TrimEnd().Split('\n')[^1];
}

/// <summary>Runs the real program as a process of its own, in a folder of its own, without any setting from outside.</summary>
static class DcaProcess
{
    public static string Launcher { get; } = Repository.PathOf("dca");

    // The file that the launcher starts.
    static string Program { get; } = Repository.PathOf("src", "Cli", "bin", "Release", "net10.0", "linux-x64", "dca.dll");

    public static Process Start(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("DCA__", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static Task<DcaResult> Run(string folder, params string[] arguments) => Run(folder, null, arguments);

    public static async Task<DcaResult> Run(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dca {string.Join(' ', arguments)} did not end within five minutes.");
        }
        return new DcaResult(process.ExitCode, await output, await error);
    }
}
