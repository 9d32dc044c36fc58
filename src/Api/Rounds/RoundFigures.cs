using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Metrics.Evidence;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Evaluation.Sampling;
using DemoCityAnalytics.Warehouse.Storage;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>The figures that rounds are judged by: of the current release, or of an older one that is named.</summary>
public sealed partial class RoundFigures(ReleaseStore releases, IOptions<WarehouseOptions> warehouse)
{
    // Enough for long rosters, little enough to be held with all their cells.
    const int RowsAtOnce = 20_000;

    readonly ConcurrentDictionary<string, ReleaseSnapshot> older = new(StringComparer.Ordinal);

    public ReleaseSnapshot? Current => releases.Current();

    /// <summary>The release of this name, or the current one; null when it is not kept.</summary>
    public ReleaseSnapshot? Find(string? name)
    {
        if (name is null || Current?.Manifest.Name == name) return Current;
        if (!name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) return null;
        if (older.TryGetValue(name, out var known)) return known;
        var file = Path.Combine(releases.Folder, name + ".duckdb");
        return File.Exists(file) ? older[name] = ReleaseSnapshot.Open(file) : null;
    }

    public static IFigures Of(ReleaseSnapshot release) => new ReleaseFigures(release);

    /// <summary>
    /// The source rows of a figure by file and line, in the districts as strata; nothing of the row itself. What the figure
    /// subtracts is left out, and of several sources the one with the most rows is taken: who is phoned about new employment are those who
    /// started work, never the families of those who left by death.
    /// </summary>
    public IReadOnlyList<SampleRecord> Roster(FigureId id, CancellationToken cancel)
    {
        if (Current is not { } release) return [];
        var reader = new EvidenceReader(release, Path.Combine(warehouse.Value.Folder, "lake"));
        var subtracted = Subtracted().Matches(release.FindIndicator(id.Indicator)?.Header.Numerator ?? "").Select(part => part.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var roster = new List<(string Source, SampleRecord Record)>();
        for (var page = 1; ; page++)
        {
            cancel.ThrowIfCancellationRequested();
            if (reader.Rows(id, page, RowsAtOnce, cancel) is not { Rows.Count: > 0 } found) break;
            roster.AddRange(found.Rows.Where(row => row.Adds.Any(part => part.Value != 0 && !subtracted.Contains(part.Key))).Select(row => (row.Source, new SampleRecord(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Source}/{row.FileName}:{row.Line}"), release.Areas.GetValueOrDefault(row.AreaCode)?.Name ?? ""))));
            if (found.Rows.Count < RowsAtOnce) break;
        }
        // A row that counts in several groups is one record.
        return roster.GroupBy(x => x.Source, x => x.Record, StringComparer.Ordinal).OrderByDescending(x => x.Count()).ThenBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => x.Distinct().ToList()).FirstOrDefault() ?? [];
    }

    [GeneratedRegex(@"-\s*(\w+)")]
    private static partial Regex Subtracted();
}
