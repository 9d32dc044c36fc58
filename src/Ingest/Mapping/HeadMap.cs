using System.Text;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Ingest.Mapping;

/// <summary>Which cell holds a column, how it is named there, and by how much its numbers are multiplied.</summary>
public sealed record MappedColumn(ContractColumn Column, int Cell, string Head, long Factor);

/// <summary>A mistake in a file's head.</summary>
public sealed record HeadIssue(string Column, string Found, string Zh, string En);

/// <summary>
/// How a file's head stands to a contract. Columns are found by name, never by position; the head may lie below title rows and span
/// several rows.
/// </summary>
public sealed record HeadMap
{
    const int DeepestHead = 3;
    static readonly HeadName NoName = new("", null, null);

    public required HeaderVersion Version { get; init; }

    /// <summary>Records up to and with the head's last row.</summary>
    public required int Records { get; init; }

    /// <summary>Number of cells a record must have.</summary>
    public required int Cells { get; init; }

    /// <summary>Records may be wider than the head when the cells beyond it are empty (workbooks).</summary>
    public required bool WidthVaries { get; init; }
    public required IReadOnlyList<MappedColumn> Columns { get; init; }
    public required IReadOnlyList<string> UnknownColumns { get; init; }
    public required IReadOnlyList<HeadIssue> Issues { get; init; }

    /// <summary>Number of names in the head that the contract knows, to compare guesses by.</summary>
    public required int Known { get; init; }

    /// <summary>The reading of the first records that recognises most names; null when none is recognised.</summary>
    public static HeadMap? Find(IReadOnlyList<Record> first, Contract contract, string? versionName, bool severalRows)
    {
        HeadMap? best = null;
        var versions = contract.Headers.Where(version => versionName is null || version.Name == versionName).ToList();
        for (var last = 0; last < first.Count; last++)
        {
            for (var depth = 1; depth <= (severalRows ? Math.Min(DeepestHead, last + 1) : 1); depth++)
            {
                var heads = Heads(first, last, depth);
                var version = versions.MaxBy(version => heads.Count(names => Recognise(names, version).Known))!;
                var map = Map(heads, version, last + 1, TableUnit(first, last - depth + 1));
                if (severalRows) map = map with { WidthVaries = true, Cells = heads.FindLastIndex(names => names.Length > 0) + 1 };
                // A deeper reading that recognises as much also sees the units of the groups above.
                if (map.Known > (best?.Known ?? 0) || best is not null && map.Known == best.Known && map.Records == best.Records) best = map;
            }
            // Once most of a head is recognised, only rows that may still belong to it are worth a look.
            if (best is not null && best.Known * 2 > best.Cells && last + 1 >= best.Records + (severalRows ? DeepestHead - 1 : 0)) break;
        }
        return best;
    }

    // Several names may stand for one cell: the lowest row's, or the rows joined from the top (薪资 over 下限 is 薪资下限).
    static List<HeadName[]> Heads(IReadOnlyList<Record> first, int last, int depth)
    {
        var heads = new List<HeadName[]>();
        for (var cell = 0; cell < first[last].Count; cell++)
        {
            var parts = new List<string>();
            for (var row = last - depth + 1; row <= last; row++)
            {
                var text = cell < first[row].Count ? Encoding.UTF8.GetString(first[row][cell]).Trim() : "";
                if (text.Length > 0 && (parts.Count == 0 || parts[^1] != text)) parts.Add(text);
            }
            heads.Add(parts.Count switch
            {
                0 => [],
                1 => [HeadName.Parse(parts[0])],
                _ => [.. Below(parts)],
            });
        }
        return heads;
    }

    // 期末城镇从业人数 over 万人: the lower row is the unit. A unit in a group's head holds for the heads under it.
    static IEnumerable<HeadName> Below(List<string> parts)
    {
        var groupUnit = parts.SkipLast(1).Select(part => HeadName.Parse(part).Unit).LastOrDefault(unit => unit is not null && HeadName.IsUnit(unit));
        if (HeadName.IsUnit(parts[^1])) yield return HeadName.Parse($"{parts[^2]}({HeadName.Normal(parts[^1]).Trim('(', ')')})");
        foreach (var name in new[] { HeadName.Parse(parts[^1]), HeadName.Parse(string.Concat(parts)) })
            yield return name.Unit is null && groupUnit is not null ? new HeadName(name.Text, name.Text, groupUnit) : name;
    }

    // 单位：万人 above the head holds for every number that is counted in 人 and names no unit of its own.
    static string? TableUnit(IReadOnlyList<Record> first, int head)
    {
        for (var row = 0; row < head; row++)
        {
            for (var cell = 0; cell < first[row].Count; cell++)
            {
                if (HeadName.Normal(Encoding.UTF8.GetString(first[row][cell])) is { Length: > 3 } text && text.StartsWith("单位:", StringComparison.Ordinal))
                    return text[3..];
            }
        }
        return null;
    }

    static HeadMap Map(List<HeadName[]> heads, HeaderVersion version, int records, string? tableUnit)
    {
        var columns = new List<MappedColumn>();
        var unknown = new List<string>();
        var issues = new List<HeadIssue>();
        var known = 0;
        for (var cell = 0; cell < heads.Count; cell++)
        {
            if (heads[cell].Length == 0) continue;
            var (head, column, isKnown, unit) = Recognise(heads[cell], version);
            if (!isKnown)
            {
                unknown.Add(head.Text);
                continue;
            }
            known++;
            if (column is null) continue;
            if (columns.Find(mapped => mapped.Column == column) is { } twice)
            {
                issues.Add(new(column.Name, head.Text, $"表头中“{twice.Head}”与“{head.Text}”均对应“{column.Zh}”，应只有一列。", $"'{twice.Head}' and '{head.Text}' both stand for {column.Name}; expected one column."));
                continue;
            }
            columns.Add(new MappedColumn(column, cell, head.Text, FactorOf(unit, tableUnit, column, head, issues)));
        }
        foreach (var column in version.Columns.Values.OfType<ContractColumn>().Distinct().Where(column => column.Required && columns.TrueForAll(mapped => mapped.Column != column)))
        {
            var name = version.Columns.First(entry => entry.Value == column).Key;
            issues.Add(new(column.Name, "", $"表头缺少必需列“{name}”（{column.Zh}）。", $"The head lacks the required column '{name}' ({column.Name})."));
        }
        return new HeadMap
        {
            Version = version,
            Records = records,
            Cells = heads.Count,
            WidthVaries = false,
            Columns = columns,
            UnknownColumns = unknown,
            Issues = issues,
            Known = known,
        };
    }

    static (HeadName Head, ContractColumn? Column, bool Known, string? Unit) Recognise(HeadName[] names, HeaderVersion version)
    {
        if (names.Length == 0) return (NoName, null, false, null);
        foreach (var name in names)
        {
            if (name.Bare != name.Text && version.Columns.TryGetValue(name.Text, out var column)) return (name, column, true, null);
            if (name.Bare is not null && version.Columns.TryGetValue(name.Bare, out column)) return (name, column, true, name.Unit);
        }
        return (names[0], null, false, null);
    }

    // A bracket over a column that holds no number is a remark (必填, yyyy-mm-dd); over a number it must be a unit that we can convert.
    static long FactorOf(string? unit, string? tableUnit, ContractColumn column, HeadName head, List<HeadIssue> issues)
    {
        if (unit is null && tableUnit is not null && column.Definition.Unit is { } own && tableUnit.EndsWith(own, StringComparison.Ordinal)) unit = tableUnit;
        if (unit is null || column.Type is not (ColumnType.Integer or ColumnType.Decimal) || unit is "必填" or "选填" or "非必填") return 1;
        if (HeadName.Factor(unit, column.Definition.Unit) is { } factor) return factor;
        issues.Add(new(column.Name, head.Text, $"表头“{head.Text}”的计量单位“{unit}”与约定单位“{column.Definition.Unit ?? "无"}”不符。", $"The head '{head.Text}' has the unit '{unit}', expected '{column.Definition.Unit ?? "none"}' or a multiple of it (千, 万, 亿)."));
        return 1;
    }
}
