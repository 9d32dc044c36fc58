using System.Diagnostics;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary>What one model took.</summary>
/// <param name="MemoryMiB">The most memory that was held at once beyond what was held before, sampled every 20 ms.</param>
sealed record Measured(string Model, int Rows, double Seconds, double MemoryMiB)
{
    public static Measured Of(string model, int rows, Action work)
    {
        GC.Collect();
        var (before, most) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        using var done = new ManualResetEventSlim();
        var sampler = new Thread(() =>
        {
            do most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            while (!done.Wait(20));
        })
        { IsBackground = true };
        sampler.Start();
        var watch = Stopwatch.StartNew();
        work();
        watch.Stop();
        done.Set();
        sampler.Join();
        return new(model, rows, watch.Elapsed.TotalSeconds, Math.Max(0, most - before) / 1048576.0);
    }
}
