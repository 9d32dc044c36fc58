using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace DemoCityAnalytics.Benchmarks.Questions;

/// <summary>Many short calls, measured in this process: the project that BenchmarkDotNet would generate for another one does not restore against our lock files.</summary>
class ShortRuns : ManualConfig
{
    protected ShortRuns(Job job) => AddJob(job.WithToolchain(InProcessEmitToolchain.Instance)).AddDiagnoser(MemoryDiagnoser.Default);

    public ShortRuns()
        : this(Job.Default)
    {
    }
}

/// <summary>Calls of seconds, each with a set-up of its own: one call an iteration.</summary>
sealed class LongRuns() : ShortRuns(
    Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(1).WithIterationCount(5).WithInvocationCount(1).WithUnrollFactor(1));
