using System.Diagnostics;
using System.Globalization;

namespace DemoCityAnalytics.Benchmarks.Comparisons;

/// <summary>What a piece of work cost: process CPU time (all threads) and wall time.</summary>
public sealed record Reading(string Name, TimeSpan Cpu, TimeSpan Wall)
{
    /// <summary>Runs the work several times (after once more to warm up, unless it is to be run once) and keeps the run with the middle CPU time.</summary>
    public static Reading Median(string name, int runs, Action work)
    {
        if (runs > 1) work();
        var readings = new List<Reading>();
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var cpu = process.TotalProcessorTime;
            var wall = Stopwatch.StartNew();
            work();
            process.Refresh();
            readings.Add(new Reading(name, process.TotalProcessorTime - cpu, wall.Elapsed));
        }
        return readings.OrderBy(reading => reading.Cpu).ElementAt(runs / 2);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name,-44} {Cpu.TotalMilliseconds,9:0} ms CPU {Wall.TotalMilliseconds,9:0} ms wall");
}
