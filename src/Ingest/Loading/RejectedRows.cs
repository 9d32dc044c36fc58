using System.Text;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;
using DemoCityAnalytics.Ingest.Quality;

namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>A file of rejected rows: how many it holds, and the ending its name should have.</summary>
public sealed record RejectedFile(long Rows, string Ending);

/// <summary>Why a row was rejected and what to do about it.</summary>
sealed record RejectionReason(string Zh, string RemedyZh);

/// <summary>
/// Writes the rejected rows of a table as their sender laid it out, from the bytes that were received: the same head, the same columns,
/// and two more that say why and what to do. Persons' names and numbers are hidden; everything else is as it came.
/// </summary>
sealed class RejectedRows(IncomingFile file, IReadOnlyDictionary<int, List<RejectionReason>> reasons)
{
    readonly Dictionary<int, ContractColumn> columns = file.Head!.Columns.ToDictionary(mapped => mapped.Cell, mapped => mapped.Column);
    readonly List<string> heads = [];

    public long Rows { get; private set; }

    /// <summary>The rows as a sheet of a workbook.</summary>
    public void WriteTo(WorkbookWriter workbook, string sheet)
    {
        workbook.Sheet(sheet);
        Write(workbook.Row);
    }

    /// <summary>The rows as text, with the delimiter and in the encoding of the received text; UTF-8 where it had none.</summary>
    public void WriteTo(Stream content)
    {
        var delimiter = file.Table!.Format == FileFormat.Csv ? (char)file.Table.Delimiter : ',';
        using var writer = new DelimitedWriter(content, EncodingOf(file.Table.Encoding), delimiter);
        Write(writer.Row);
    }

    void Write(Action<IEnumerable<string>> row)
    {
        using var reader = file.Table!.Read(file.Table.Delimiter);
        var record = new Record();
        for (var number = 1; reader.Read(record); number++)
        {
            if (number <= file.Head!.Records) Head(record, number == file.Head.Records, row);
            else if (reasons.TryGetValue(record.Line, out var found))
            {
                var cells = Cells(record);
                // Cells beyond the head come last, so that the reasons stand under their own heads.
                row([.. cells[..file.Head.Cells], string.Join("；", found.Select(reason => reason.Zh).Distinct()), string.Join("；", found.Select(reason => reason.RemedyZh).Distinct()), .. cells[file.Head.Cells..]]);
                Rows++;
            }
        }
    }

    void Head(Record record, bool isLast, Action<IEnumerable<string>> row)
    {
        var texts = Texts(record).ToList();
        for (var cell = 0; cell < texts.Count; cell++)
        {
            if (cell == heads.Count) heads.Add("");
            heads[cell] += texts[cell];
        }
        row(isLast ? [.. texts, .. AddedHeads] : texts);
    }

    /// <summary>Heads of the two columns that are added; a file that comes back with them is read as if they were not there.</summary>
    public static string[] AddedHeads { get; } = ["拒收原因", "处理建议"];

    // At least as many as the head has.
    List<string> Cells(Record record)
    {
        var texts = Texts(record).Select(Masked).ToList();
        while (texts.Count < file.Head!.Cells) texts.Add("");
        return texts;
    }

    string Masked(string text, int cell)
    {
        if (columns.TryGetValue(cell, out var column))
        {
            if (column.Sensitive) return PersonalText.MaskNumber(text);
            // What names the thing must stay as it is, or the corrected row would be about another.
            return file.Contract.Key.Contains(column) ? text : PersonalText.Mask(text);
        }
        return PersonalText.MaskUnder(cell < heads.Count ? heads[cell] : "", text);
    }

    static IEnumerable<string> Texts(Record record)
    {
        for (var cell = 0; cell < record.Count; cell++) yield return Encoding.UTF8.GetString(record[cell]);
    }

    // A mark tells spreadsheet programs that UTF-8 is UTF-8.
    static Encoding EncodingOf(TextEncoding? received) => received?.Name switch
    {
        "gb18030" => Mojibake.Gb18030,
        "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
    };
}
