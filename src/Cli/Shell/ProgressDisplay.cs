using System.Diagnostics;
using Spectre.Console;

namespace DemoCityAnalytics.Cli.Shell;

/// <summary>How far something is: what it is about, how much is done of how much.</summary>
sealed record Step(string What, long Done, long Total, string Detail);

/// <summary>Shows steps as bars on a terminal, and elsewhere as a plain line about once a second; always on standard error.</summary>
sealed class ProgressDisplay(Terminal terminal)
{
    public async Task<T> Show<T>(Func<IProgress<Step>, Task<T>> work)
    {
        if (!Console.IsErrorRedirected) return await Bars(work);
        return await work(new PlainLines(terminal));
    }

    static async Task<T> Bars<T>(Func<IProgress<Step>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new ProgressBars(context)));
    }

    sealed class ProgressBars(ProgressContext context) : IProgress<Step>
    {
        readonly Dictionary<string, ProgressTask> bars = new(StringComparer.Ordinal);

        public void Report(Step value)
        {
            lock (bars)
            {
                if (!bars.TryGetValue(value.What, out var bar)) bars.Add(value.What, bar = context.AddTask(Markup.Escape(value.What)));
                bar.Description = Markup.Escape($"{value.What} {value.Detail}");
                bar.MaxValue = Math.Max(1, value.Total);
                bar.Value = value.Done;
            }
        }
    }

    sealed class PlainLines(Terminal terminal) : IProgress<Step>
    {
        readonly Stopwatch sinceLine = Stopwatch.StartNew();

        public void Report(Step value)
        {
            lock (sinceLine)
            {
                if (sinceLine.Elapsed < TimeSpan.FromSeconds(1)) return;
                sinceLine.Restart();
            }
            terminal.Note($"{value.What}: {value.Detail}");
        }
    }
}
