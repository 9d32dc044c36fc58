using System.IO.Compression;
using System.Runtime.CompilerServices;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>
/// The tables that a received file holds: itself, the sheets of a workbook that bear the source's head, the files of a zip container.
/// Each is a load of its own.
/// </summary>
sealed class FileTables(Contract contract, LoadOptions options, DateOnly today)
{
    const int MostEntries = 4096;
    const long LargestUnpacked = 16L << 30;

    public async IAsyncEnumerable<IncomingFile> Receive(Delivery delivery, Stream content, string name, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var table in Of(delivery, await delivery.Receive(content, cancel), name, cancel)) yield return table;
    }

    /// <summary>The tables of a file that was received; the files of a container are received with it.</summary>
    public async IAsyncEnumerable<IncomingFile> Of(Delivery delivery, ArchivedFile received, string name, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!IsContainer(received.Path))
        {
            foreach (var table in Tables(new FileName(name), received, received)) yield return table;
            yield break;
        }
        await foreach (var table in Unpacked(delivery, new FileName(name), received, cancel)) yield return table;
    }

    async IAsyncEnumerable<IncomingFile> Unpacked(Delivery delivery, FileName name, ArchivedFile container, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var content = new FileStream(container.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var entries = FilesOf(zip);
        if (Problem(entries) is { } problem)
        {
            yield return Refused(name, container, container, problem);
            yield break;
        }
        foreach (var entry in entries)
        {
            cancel.ThrowIfCancellationRequested();
            var (inner, failure) = await Unpack(delivery, entry, cancel);
            if (inner is null) yield return Refused(name with { Entry = entry.FullName }, container, container, failure!);
            else if (IsContainer(inner.Path)) yield return Refused(name with { Entry = entry.FullName }, inner, container, new UnreadableFileException("压缩包中又含压缩包，未读取。请将文件直接放入一个压缩包后重新报送。", "A container inside a container is not read. Put the files into one container and send it again."));
            else foreach (var table in Tables(name with { Entry = entry.FullName }, inner, container)) yield return table;
        }
    }

    static async Task<(ArchivedFile? File, Exception? Failure)> Unpack(Delivery delivery, ZipArchiveEntry entry, CancellationToken cancel)
    {
        try
        {
            await using var content = entry.Open();
            return (await delivery.Receive(content, cancel), null);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            return (null, new UnreadableFileException("压缩包中的文件已损坏或设有密码，未读取。请不加密码重新压缩后报送。", "The file in the container is damaged or has a password. Pack it again without one and send it again."));
        }
    }

    /// <summary>
    /// The tables of one file. A workbook's sheets that bear the source's head are tables; of one without any, the sheet that comes
    /// nearest says what is missing.
    /// </summary>
    public IReadOnlyList<IncomingFile> Tables(FileName name, ArchivedFile file, ArchivedFile received)
    {
        var first = New(name, file, received);
        first.Detect();
        if (first.Table?.Workbook is not { } workbook) return [first];
        IReadOnlyList<Sheet> sheets;
        try
        {
            sheets = workbook.Sheets;
        }
        catch (UnreadableFileException e)
        {
            first.Refuse(e);
            return [first];
        }
        var broken = sheets.Where(sheet => sheet.Broken is not null).Select(sheet => Broken(name, file, received, sheet)).ToList();
        var read = sheets.Where(sheet => sheet is { IsEmpty: false, Broken: null }).Select(sheet => (Sheet: sheet, File: Inspected(first, name, file, received, sheet))).ToList();
        var tables = read.Where(each => each.File.BearsHead).ToList();
        if (tables.Count == 0 && broken.Count > 0) return broken;
        if (tables.Count == 0) tables = read.OrderByDescending(each => each.File.Head?.Known ?? 0).Take(1).ToList();
        if (tables.Count == 0)
        {
            first.Inspect();
            return [first];
        }
        foreach (var (_, other) in read.Except(tables)) other.Close();
        var alone = tables.Count + broken.Count == 1;
        foreach (var (sheet, table) in tables)
        {
            if (!alone) table.NameSheet(sheet.Name);
            table.SheetsNotRead = [.. read.Except(tables).Select(each => each.Sheet.Name)];
        }
        return [.. tables.Select(each => each.File), .. broken];
    }

    IncomingFile Inspected(IncomingFile first, FileName name, ArchivedFile file, ArchivedFile received, Sheet sheet)
    {
        var table = New(name, file, received);
        table.Take(new TableFile(file.Path, first.Table!.Format, null) { Workbook = first.Table.Workbook, Sheet = sheet.Number });
        table.Inspect();
        return table;
    }

    IncomingFile Broken(FileName name, ArchivedFile file, ArchivedFile received, Sheet sheet) => Refused(
        name with { Sheet = sheet.Name }, file, received,
        new UnreadableFileException($"工作表“{sheet.Name}”内容损坏（XML 第{sheet.Broken}处有误），未读取；其余工作表不受影响。请在表格软件中另存后重新报送。", $"The sheet '{sheet.Name}' is damaged (its XML breaks at {sheet.Broken}) and was not read; the other sheets are not concerned. Save the workbook anew and send it again."));

    IncomingFile Refused(FileName name, ArchivedFile file, ArchivedFile received, Exception problem)
    {
        var refused = New(name, file, received);
        refused.Refuse(problem);
        return refused;
    }

    IncomingFile New(FileName name, ArchivedFile file, ArchivedFile received) => new(name, file, received, contract, options) { Today = today };

    static UnreadableFileException? Problem(List<ZipArchiveEntry> entries) => entries.Count switch
    {
        0 => new("压缩包中没有文件。", "The container holds no file."),
        > MostEntries => new("压缩包中的文件超过 4096 个，未读取。请拆分后重新报送。", "The container holds more than 4,096 files and was not read. Split it and send it again."),
        _ when entries.Sum(entry => entry.Length) > LargestUnpacked => new("压缩包解压后超过 16 GiB，未读取。请拆分后重新报送。", "The container unpacks to more than 16 GiB and was not read. Split it and send it again."),
        _ => null,
    };

    /// <summary>The files that a container holds, in the order of their names.</summary>
    public static List<ZipArchiveEntry> FilesOf(ZipArchive zip) => [.. zip.Entries.Where(entry => IsFile(entry.FullName)).OrderBy(entry => entry.FullName, StringComparer.Ordinal)];

    /// <summary>A zip container that is no workbook.</summary>
    public static bool IsContainer(string path)
    {
        using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096);
        Span<byte> start = stackalloc byte[8];
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return start.StartsWith("PK"u8) && Signatures.IsZip(start, content);
    }

    static bool IsFile(string entry) =>
        !entry.EndsWith('/') && !entry.StartsWith("__MACOSX/", StringComparison.Ordinal) && !Path.GetFileName(entry).StartsWith('.');
}
