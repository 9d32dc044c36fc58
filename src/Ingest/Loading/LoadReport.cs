namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>What the caller decides about a load.</summary>
public sealed record LoadOptions
{
    public static LoadOptions Default { get; } = new();

    /// <value>Default: found from the file (utf-8, gb18030, utf-16le, utf-16be, or one of the repairs of text decoded wrongly on its way).</value>
    public string? Encoding { get; init; }

    /// <value>Default: the one under which most of the head is recognised (comma, tab, semicolon or bar).</value>
    public char? Delimiter { get; init; }

    /// <value>Default: the one that recognises most of the head.</value>
    public string? HeaderVersion { get; init; }

    /// <summary>The rows are generated (合成数据); everything made from them is marked.</summary>
    public bool Synthetic { get; init; }
}

/// <summary>How far a load has come.</summary>
public sealed record LoadProgress(string Source, string File, long Rows, long Bytes, long TotalBytes, TimeSpan Elapsed)
{
    /// <summary>Null within the first second, and where it would round to nothing: no rate can be told from so little.</summary>
    public decimal? MegabytesPerSecond =>
        Elapsed >= TimeSpan.FromSeconds(1) && Bytes / 1_000_000m * TimeSpan.TicksPerSecond / Elapsed.Ticks is >= 0.5m and var rate ? rate : null;

    /// <summary>What is going on: reading the rows, then storing what belongs to the load as a whole.</summary>
    public string Stage => Bytes < TotalBytes ? "reading" : "storing";

    /// <summary>What reading the rest will take at this rate; null while nothing can be said.</summary>
    public TimeSpan? Remaining => Bytes <= 0 || Bytes >= TotalBytes ? null : Elapsed * (double)(TotalBytes - Bytes) / Bytes;
}

/// <summary>How a load ended.</summary>
public enum LoadOutcome
{
    /// <summary>Its rows are in the warehouse.</summary>
    Loaded,

    /// <summary>The same bytes were loaded before under the same contract: nothing was done.</summary>
    AlreadyLoaded,

    /// <summary>Nothing of the file is in the warehouse; the issues say why.</summary>
    Failed,
}

/// <summary>One thing wrong with a file, or with one of its rows.</summary>
public sealed record LoadIssue(string File, int? Line, string Column, string Rule, string Zh, string En);

/// <summary>How often a rule found something in a column.</summary>
public sealed record RejectionCount(string Rule, string Column, string Severity, long Rows);

/// <summary>What became of one file: every row of it is accounted for.</summary>
public sealed record LoadReport
{
    public required string Source { get; init; }
    public required string File { get; init; }

    /// <summary>Which part of the file this is about: a file of a container, a sheet of a workbook; empty for the whole.</summary>
    public string Part { get; init; } = "";
    public required LoadOutcome Outcome { get; init; }
    public required string Sha256 { get; init; }
    public required long Bytes { get; init; }
    public required bool Synthetic { get; init; }
    public int? LoadId { get; init; }
    public string Format { get; init; } = "";
    public string Encoding { get; init; } = "";
    public string HeaderVersion { get; init; } = "";
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];

    /// <summary>Accepted and rejected rows together; head, blank and note records are counted apart.</summary>
    public long RowsRead { get; init; }
    public long RowsAccepted { get; init; }
    public long RowsRejected { get; init; }

    /// <summary>Accepted rows that are not the current version of what they are about.</summary>
    public long RowsSuperseded { get; init; }
    public long HeaderRecords { get; init; }
    public long BlankRecords { get; init; }
    public long NoteRecords { get; init; }
    public IReadOnlyList<RejectionCount> Rejections { get; init; } = [];
    public IReadOnlyList<LoadIssue> Issues { get; init; } = [];
    public TimeSpan Elapsed { get; init; }

    /// <summary>Sheets of the workbook that hold no table of the source.</summary>
    public IReadOnlyList<string> SheetsNotRead { get; init; } = [];

    /// <summary>One report for each table, where the file is a container or a workbook of several.</summary>
    public IReadOnlyList<LoadReport> Parts { get; init; } = [];

    /// <summary>Some part of the file was refused.</summary>
    public bool Refused => Outcome == LoadOutcome.Failed || Parts.Any(part => part.Outcome == LoadOutcome.Failed);

    /// <summary>The reports of a file's tables as one: counts added up, findings of all.</summary>
    internal static LoadReport Whole(IReadOnlyList<LoadReport> parts)
    {
        if (parts is [{ Part: "" } only]) return only;
        return parts[0] with
        {
            Part = "",
            Outcome = parts.Select(part => part.Outcome).OrderBy(outcome => outcome switch { LoadOutcome.Loaded => 0, LoadOutcome.Failed => 1, _ => 2 }).First(),
            LoadId = parts.Select(part => part.LoadId).FirstOrDefault(id => id is not null),
            Format = Joined(parts.Select(part => part.Format)),
            Encoding = Joined(parts.Select(part => part.Encoding)),
            HeaderVersion = Joined(parts.Select(part => part.HeaderVersion)),
            UnknownColumns = [.. parts.SelectMany(part => part.UnknownColumns).Distinct()],
            SheetsNotRead = [.. parts.SelectMany(part => part.SheetsNotRead).Distinct()],
            RowsRead = parts.Sum(part => part.RowsRead),
            RowsAccepted = parts.Sum(part => part.RowsAccepted),
            RowsRejected = parts.Sum(part => part.RowsRejected),
            RowsSuperseded = parts.Sum(part => part.RowsSuperseded),
            HeaderRecords = parts.Sum(part => part.HeaderRecords),
            BlankRecords = parts.Sum(part => part.BlankRecords),
            NoteRecords = parts.Sum(part => part.NoteRecords),
            Rejections = [.. parts.SelectMany(part => part.Rejections).GroupBy(count => (count.Rule, count.Column, count.Severity))
                .Select(group => new RejectionCount(group.Key.Rule, group.Key.Column, group.Key.Severity, group.Sum(count => count.Rows)))
                .OrderBy(count => count.Rule, StringComparer.Ordinal).ThenBy(count => count.Column, StringComparer.Ordinal)],
            Issues = [.. parts.SelectMany(part => part.Issues)],
            Elapsed = parts.Max(part => part.Elapsed),
            Parts = parts,
        };
    }

    static string Joined(IEnumerable<string> texts) => string.Join(", ", texts.Where(text => text.Length > 0).Distinct());

    /// <summary>Rows that this load added to the warehouse.</summary>
    public long NewRows => Parts.Count > 0 ? Parts.Sum(part => part.NewRows) : Outcome == LoadOutcome.Loaded ? RowsAccepted : 0;
}

/// <summary>What became of a folder of files.</summary>
public sealed record FolderReport(IReadOnlyList<LoadReport> Files, IReadOnlyList<LoadIssue> Issues, bool Synthetic, TimeSpan Elapsed)
{
    public bool Failed => Issues.Count > 0 || Files.Any(file => file.Refused);
}
