using System.Collections;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Quality;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>
/// What was found in the rows of a file, in their order. The first findings stay in memory; further ones go to a temporary file, so that
/// memory does not grow with what is wrong.
/// </summary>
sealed class FindingLog(Contract contract) : IEnumerable<Finding>, IDisposable
{
    const int MostInMemory = 10_000;

    readonly List<Finding> first = [];
    readonly Dictionary<(string Rule, string Column, string Severity), long> counts = [];
    FileStream? rest;
    BinaryWriter? writer;

    /// <summary>How often each rule found something in each column.</summary>
    public IEnumerable<RejectionCount> Counts => counts
        .Select(count => new RejectionCount(count.Key.Rule, count.Key.Column, count.Key.Severity, count.Value))
        .OrderBy(count => count.Rule, StringComparer.Ordinal).ThenBy(count => count.Column, StringComparer.Ordinal);

    public long Count { get; private set; }

    public void Add(Finding finding)
    {
        Count++;
        var kind = (finding.RuleId, finding.ColumnName, finding.Severity);
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        if (first.Count < MostInMemory) first.Add(finding);
        else Write(writer ??= Begin(), finding);
    }

    public IEnumerator<Finding> GetEnumerator()
    {
        foreach (var finding in first) yield return finding;
        if (rest is null) yield break;
        writer!.Flush();
        rest.Position = 0;
        using var reader = new BinaryReader(rest, System.Text.Encoding.UTF8, leaveOpen: true);
        while (rest.Position < rest.Length) yield return Read(reader);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => writer?.Dispose();

    BinaryWriter Begin()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var path = Path.Combine(Path.GetTempPath(), $"dca-findings-{Guid.NewGuid():N}.tmp");
        rest = new FileStream(path, options);
        // Without a name from now on: nothing is left of it, however the process ends.
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return new BinaryWriter(rest, System.Text.Encoding.UTF8);
    }

    void Write(BinaryWriter to, Finding finding)
    {
        to.Write(finding.Line);
        to.Write((byte)finding.Rule);
        to.Write((short)(finding.Column?.Index ?? -1));
        to.Write(finding.Rejects);
        to.Write(finding.Found is not null);
        to.Write(finding.Found ?? "");
        to.Write((byte)finding.Fault);
        to.Write(finding.ExpectedCells);
        to.Write((short)(finding.Order is { } order ? RuleAt(order) : -1));
    }

    int RuleAt(OrderRule rule)
    {
        for (var place = 0; place < contract.Rules.Count; place++)
            if (contract.Rules[place] == rule) return place;
        return -1;
    }

    Finding Read(BinaryReader from)
    {
        var (line, rule, column, rejects, isFound, found) = (from.ReadInt32(), (Rule)from.ReadByte(), from.ReadInt16(), from.ReadBoolean(), from.ReadBoolean(), from.ReadString());
        var (fault, cells, order) = ((RecordFault)from.ReadByte(), from.ReadInt32(), from.ReadInt16());
        return new Finding(line, rule, column < 0 ? null : contract.Columns[column], rejects, isFound ? found : null)
        {
            Fault = fault,
            ExpectedCells = cells,
            Order = order < 0 ? null : contract.Rules[order],
        };
    }
}
