using System.Diagnostics;
using System.Text;
using Apache.Arrow;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Mapping;
using DemoCityAnalytics.Ingest.Quality;
using DemoCityAnalytics.Ingest.Typing;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>A table on its way into the warehouse: what it is, how its head is read, and its typed rows.</summary>
sealed class IncomingFile(FileName name, ArchivedFile archived, ArchivedFile received, Contract contract, LoadOptions options)
{
    const int HeadRecords = 20;
    const int MostIssues = 10_000;

    readonly Stopwatch watch = Stopwatch.StartNew();
    RecordReader? reader;
    List<Record> first = [];
    bool inspected;

    public FileName FileName { get; private set; } = name;

    /// <summary>The name with the part of the file that holds the table.</summary>
    public string Name => FileName.ToString();

    /// <summary>The bytes that hold the table; for a file of a container, the file's and not the container's.</summary>
    public ArchivedFile Archived => archived;
    public Contract Contract => contract;
    public LoadOptions Options => options;
    public DeclaredCoverage? Coverage { get; } = name.Coverage;
    public List<LoadIssue> Issues { get; } = [];
    public TableFile? Table { get; private set; }
    public HeadMap? Head { get; private set; }
    public TypedRows? Rows { get; private set; }

    /// <summary>Rows of a small file, typed before the database is asked for anything.</summary>
    public List<RecordBatch> Batches { get; } = [];
    public int LoadId { get; private set; }
    PlaceTable? Places { get; set; }
    public long Superseded { get; set; }
    /// <summary>Records up to the head's last; the formats of JSON have none.</summary>
    public long HeaderRecords => Table?.HasNamesApart == true ? 0 : Head?.Records ?? 0;

    /// <summary>Names of the workbook's sheets that hold no table of the source.</summary>
    public IReadOnlyList<string> SheetsNotRead { get; set; } = [];

    /// <summary>The head is the source's: all of it that is needed, or most of what stands there.</summary>
    public bool BearsHead => Head is { } head && (head.Issues.Count == 0 || head.Known * 2 > head.Cells);

    public TimeSpan Elapsed => watch.Elapsed;

    public LoadProgress Progress() => new(contract.Source, Name, Rows?.Read ?? 0, reader?.Position ?? archived.Bytes, archived.Bytes, watch.Elapsed);

    /// <summary>Finds what the file is.</summary>
    public void Detect()
    {
        if (Table is not null || Issues.Count > 0) return;
        try
        {
            Table = TableFile.Detect(archived.Path, options.Encoding);
        }
        catch (Exception e) when (IsAboutTheFile(e))
        {
            Refuse(e);
        }
    }

    /// <summary>The file is known already, down to the sheet.</summary>
    public void Take(TableFile table) => Table = table;

    /// <summary>One of several tables of its workbook: the sheet belongs to its name.</summary>
    public void NameSheet(string sheet) => FileName = FileName with { Sheet = sheet };

    /// <summary>Finds what the file is and reads its head; what is wrong with it goes to the issues.</summary>
    public void Inspect()
    {
        Detect();
        if (inspected || Table is null || Issues.Count > 0) return;
        inspected = true;
        try
        {
            var delimiters = Table.Format != FileFormat.Csv ? [0] : options.Delimiter is { } given ? [(byte)given] : ",\t;|"u8.ToArray();
            foreach (var delimiter in delimiters)
            {
                ReadHead(delimiter);
                // Half of a head is never recognised by accident; only a poor guess is worth another one.
                if (Head is not null && Head.Known * 2 > Head.Cells) break;
            }
            if (Head is null) Report("columns", "", $"未识别出“{contract.Name.Zh}”的表头，应含列名如{Names("、")}。", $"No head of {contract.Source} was recognised; expected names such as {Names(", ")}.");
            else foreach (var issue in Head.Issues) Report("columns", issue.Column, issue.Zh, issue.En);
        }
        catch (Exception e) when (IsAboutTheFile(e))
        {
            Refuse(e);
        }
    }

    /// <summary>Begins to type the rows, as the load <paramref name="loadId"/>.</summary>
    public void Begin(TypingContext context, int loadId)
    {
        LoadId = loadId;
        Places = context.Places;
        try
        {
            Rows = new TypedRows(context, Head!, Records(), loadId);
        }
        catch (Exception e) when (IsAboutTheFile(e))
        {
            Refuse(e);
        }
    }

    /// <summary>Types the whole file into memory.</summary>
    public void TypeAll(CancellationToken cancel) => Type(rows =>
    {
        while (rows.Next(cancel) is { } batch) Batches.Add(batch);
    });

    /// <summary>Types the whole file and keeps only what was counted and found.</summary>
    public void Measure(CancellationToken cancel) => Type(rows => rows.Measure(cancel));

    void Type(Action<TypedRows> type)
    {
        try
        {
            type(Rows!);
            Judge();
        }
        catch (Exception e) when (IsAboutTheFile(e))
        {
            Refuse(e);
        }
        finally
        {
            Close();
        }
    }

    /// <summary>After the last row: a file with too many rejected rows is not loaded at all, and every issue is listed.</summary>
    public void Judge()
    {
        if (Rows!.Rejected <= contract.FailsAbove * Rows.Read) return;
        var share = contract.FailsAbove.ToString("P0", System.Globalization.CultureInfo.InvariantCulture);
        Report("rejections", "",
            $"{Rows.Read}行中有{Rows.Rejected}行不合格，超过允许的{share}，整个文件未入库。请更正后重新报送整个文件。",
            $"{Rows.Rejected} of {Rows.Read} rows were rejected, more than the {share} allowed; nothing of the file was loaded. Correct it and send the whole file again.");
        foreach (var finding in Rows.Findings.Take(MostIssues)) Issues.Add(IssueOf(finding));
        if (Rows.Findings.Count > MostIssues)
            Report("rejections", "", $"其余{Rows.Findings.Count - MostIssues}处未逐条列出，各规则的数量见汇总。", $"{Rows.Findings.Count - MostIssues} further findings are not listed one by one; the counts by rule have all.");
    }

    /// <summary>Text that is not what its encoding allows, or a broken workbook, makes the whole file unreadable; nothing of it is loaded.</summary>
    public void Refuse(Exception e)
    {
        if (e is UnreadableFileException unreadable) Report("file", "", unreadable.Zh, unreadable.Message);
        else if (e is DecoderFallbackException && Table is null)
            Report("file", "", "文件既不是文本，也不是可识别的数据表格式。请导出为 CSV（UTF-8 或 GB18030）或 xlsx 后重新报送。", "The file is neither text nor a table of a known format. Export it as CSV (UTF-8 or GB18030) or xlsx and send it again.");
        else if (e is DecoderFallbackException)
            Report("file", "", $"文件含有不符合{Table?.Encoding?.Name}编码的字节。请以 UTF-8 或 GB18030 另存后重新报送，或指定编码。", $"The file holds bytes that {Table?.Encoding?.Name} does not allow. Save it as UTF-8 or GB18030 and send it again, or name the encoding.");
        else Report("file", "", "文件无法读取：内容损坏或格式不符。请另存后重新报送。", $"The file cannot be read, it is damaged or of another format ({e.Message}). Save it anew and send it again.");
        Close();
    }

    public static bool IsAboutTheFile(Exception e) =>
        e is UnreadableFileException or DecoderFallbackException or InvalidDataException or System.Text.Json.JsonException
            or KeyNotFoundException or FormatException or ExcelDataReader.Exceptions.ExcelReaderException;

    /// <summary>Its load has taken effect: the bytes are kept, those of its container too.</summary>
    public void KeepIn(Archive archive)
    {
        archive.Keep(archived);
        archive.Keep(received);
    }

    /// <summary>Of no source, though all were tried: not the columns of the one tried last are missing.</summary>
    public void SuitsNoSource()
    {
        Issues.Clear();
        Report("columns", "", "表头与任何数据源都不相符。请指明数据源，以查看其应有的列名。", "Its head is that of no source. Name the source to hear which columns it expects.");
    }

    public void Close() => reader?.Dispose();

    /// <summary>Nothing more is asked of the file but its report.</summary>
    public void Forget()
    {
        Close();
        Rows?.Findings.Dispose();
    }

    public LoadIssue IssueOf(Finding finding)
    {
        var wording = Wording.Of(finding, $"{contract.Source}/{Name}", Today);
        return new LoadIssue(Name, finding.Line, finding.ColumnName, finding.RuleId, wording.MessageZh, wording.MessageEn);
    }

    /// <summary>The day of the load, for messages.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Months that the file speaks about, by city: those its name declares, else from the first to the last month of its rows.</summary>
    public IEnumerable<(int City, int First, int Last)> CoveredMonths()
    {
        if (Coverage is not { } declared) return Rows!.Months;
        if (Places!.TryFind(declared.AreaCode, out var place) && !Places.IsAboveCities(declared.AreaCode)) return [(place.CityCode, declared.First.Index, declared.Last.Index)];
        // A province's file declares the months for each city it has rows of.
        return Rows!.Cities.Select(city => (city, declared.First.Index, declared.Last.Index));
    }

    public LoadReport ReportAs(LoadOutcome outcome) => new()
    {
        Source = contract.Source,
        File = FileName.Received,
        Part = FileName.Part,
        SheetsNotRead = SheetsNotRead,
        Outcome = outcome,
        Sha256 = received.Sha256,
        Bytes = received.Bytes,
        Synthetic = options.Synthetic,
        LoadId = outcome == LoadOutcome.Loaded ? LoadId : null,
        Format = Table is null ? "" : TableFile.NameOf(Table.Format),
        Encoding = Table?.Encoding?.Name ?? "",
        HeaderVersion = Head?.Version.Name ?? "",
        UnknownColumns = Head?.UnknownColumns ?? [],
        RowsRead = Rows?.Read ?? 0,
        RowsAccepted = Rows?.Accepted ?? 0,
        RowsRejected = Rows?.Rejected ?? 0,
        RowsSuperseded = Superseded,
        HeaderRecords = HeaderRecords,
        BlankRecords = Rows?.Blank ?? 0,
        NoteRecords = Rows?.Notes ?? 0,
        Rejections = Rows?.Findings.Counts.ToList() ?? [],
        Issues = Issues,
        Elapsed = Elapsed,
    };

    // Keeps the reader whose head is recognised best; the records read so far are kept with it, so that no file is opened twice.
    void ReadHead(byte delimiter)
    {
        var candidate = Table!.Read(delimiter);
        var records = new List<Record>();
        var record = new Record();
        var wanted = Table.HasNamesApart ? 1 : HeadRecords;
        while (records.Count < wanted && candidate.Read(record)) records.Add(record.Copy());
        var head = HeadMap.Find(records, contract, options.HeaderVersion, Table.IsWorkbook);
        if (head is null || head.Known <= (Head?.Known ?? 0))
        {
            candidate.Dispose();
            return;
        }
        reader?.Dispose();
        (reader, first, Head) = (candidate, records, head);
        Table.Delimiter = delimiter;
    }

    IEnumerable<Record> Records()
    {
        foreach (var early in first.Skip(Head!.Records)) yield return early;
        var record = new Record();
        while (reader!.Read(record)) yield return record;
    }

    string Names(string between) => string.Join(between, contract.Columns.Where(column => column.Required).Select(column => column.Zh));

    void Report(string rule, string column, string zh, string en) => Issues.Add(new LoadIssue(Name, null, column, rule, $"{Name}：{zh}", $"{Name}: {en}"));
}
