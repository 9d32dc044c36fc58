using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace DemoCityAnalytics.Browser.Tests.Journeys;

/// <summary>The table of the journeys: what each took and what it may take, printed and kept beside the tests.</summary>
static class JourneyLog
{
    static readonly ConcurrentDictionary<string, string> Lines = new(StringComparer.Ordinal);

    public static void Note(ITestOutputHelper output, string journey, string took, string limit)
    {
        var line = $"{journey}, {took}, {limit}";
        Lines[journey] = line;
        output.WriteLine("journey, took, limit");
        output.WriteLine(line);
        lock (Lines) File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "journeys.csv"), ["journey, took, limit", .. Lines.OrderBy(x => x.Key.Length).ThenBy(x => x.Key, StringComparer.Ordinal).Select(x => x.Value)]);
    }
}
