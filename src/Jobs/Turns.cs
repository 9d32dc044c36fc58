using System.Collections.Concurrent;

namespace DemoCityAnalytics.Jobs;

/// <summary>
/// One job at a time for each thing worked on. The warehouse has one writing process, so a turn is kept in this process and ends with it:
/// no lock in the job store outlives a killed worker, or runs out under a job that takes long.
/// </summary>
public sealed class Turns
{
    readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn; disposing what is returned passes it on.</summary>
    public async Task<IDisposable> Take(string what, CancellationToken cancel) => (await Take(what, Timeout.InfiniteTimeSpan, cancel))!;

    /// <summary>Null when the turn did not come within <paramref name="patience"/>.</summary>
    public async Task<IDisposable?> Take(string what, TimeSpan patience, CancellationToken cancel)
    {
        var turn = turns.GetOrAdd(what, _ => new SemaphoreSlim(1, 1));
        return await turn.WaitAsync(patience, cancel) ? new Taken(turn) : null;
    }

    sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
