using DemoCityAnalytics.Cli.Shell;

namespace DemoCityAnalytics.Cli.Hosting;

/// <summary>Starts a host, says so, and waits for Ctrl-C or a stop signal; then it ends what it was doing in order.</summary>
static class Serving
{
    /// <param name="started">What is said once it runs: a line, and the body of the JSON document.</param>
    public static async Task<Outcome> Until(Call call, IHost host, Func<(string Line, object Result)> started, CancellationToken cancel)
    {
        await host.StartAsync(cancel);
        var (line, result) = started();
        call.Terminal.Say(line);
        call.Terminal.Finish(call.Verb, Outcome.Done(result));
        await host.WaitForShutdownAsync(cancel);
        return Outcome.Done(result);
    }
}
