using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace DemoCityAnalytics.Api.Uploads;

/// <summary>The steps of the uploads at work, for those who watch: each sees every step once, also after its connection broke.</summary>
public sealed class UploadSteps
{
    readonly ConcurrentDictionary<string, Log> logs = new();

    internal void Add(string id, UploadState state, long rows, int percent) => logs.GetOrAdd(id, _ => new Log()).Add(state, rows, percent);

    /// <summary>Steps after a number, until the upload has ended.</summary>
    internal async IAsyncEnumerable<UploadStep> After(string id, int number, [EnumeratorCancellation] CancellationToken cancel)
    {
        var log = logs.GetOrAdd(id, _ => new Log());
        while (true)
        {
            var (steps, more) = log.After(number);
            foreach (var step in steps)
            {
                number = step.Number;
                yield return step;
                if (step.State is UploadState.Loaded or UploadState.AlreadyLoaded or UploadState.Failed) yield break;
            }
            await more.WaitAsync(cancel);
        }
    }

    sealed class Log
    {
        readonly List<UploadStep> steps = [];
        TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Add(UploadState state, long rows, int percent)
        {
            TaskCompletionSource waiting;
            lock (steps)
            {
                steps.Add(new UploadStep(steps.Count + 1, state, rows, percent));
                (waiting, more) = (more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            waiting.SetResult();
        }

        public (IReadOnlyList<UploadStep> Steps, Task More) After(int number)
        {
            // A number beyond the last was given by a process that has ended since; its reader sees the steps of this one from the first.
            lock (steps) return (steps.Skip(number > steps.Count ? 0 : number).ToList(), more.Task);
        }
    }
}
