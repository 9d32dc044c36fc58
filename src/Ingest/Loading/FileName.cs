namespace DemoCityAnalytics.Ingest.Loading;

/// <summary>The name a file was sent under, and which part of it holds the table: a file of a container, a sheet of a workbook.</summary>
sealed record FileName(string Received)
{
    const string EntrySign = " › ";
    const string SheetSign = " » ";

    /// <summary>Path of the file inside the container; empty when there is none.</summary>
    public string Entry { get; init; } = "";

    /// <summary>Name of the sheet, where a workbook has several tables.</summary>
    public string Sheet { get; init; } = "";

    public string Part => Sheet.Length == 0 ? Entry : Entry.Length == 0 ? Sheet : Entry + SheetSign + Sheet;

    /// <summary>What the name of the file inside declares, else that of the whole.</summary>
    public DeclaredCoverage? Coverage => DeclaredCoverage.Of(Entry) ?? DeclaredCoverage.Of(Received);

    /// <summary>All in one, as messages and the record of the load have it.</summary>
    public override string ToString() => Received + (Entry.Length == 0 ? "" : EntrySign + Entry) + (Sheet.Length == 0 ? "" : SheetSign + Sheet);

    /// <summary>The inverse of <see cref="ToString"/>.</summary>
    public static FileName Parse(string text)
    {
        var (rest, sheet) = Cut(text, SheetSign);
        var (received, entry) = Cut(rest, EntrySign);
        return new FileName(received) { Entry = entry, Sheet = sheet };
    }

    static (string Before, string After) Cut(string text, string sign) =>
        text.IndexOf(sign, StringComparison.Ordinal) is > 0 and var at ? (text[..at], text[(at + sign.Length)..]) : (text, "");
}
