namespace DemoCityAnalytics.Evaluation.Papers;

/// <summary>One piece of an official paper.</summary>
abstract record PaperBlock;

/// <summary>What a line of text is in the paper.</summary>
enum LineKind { Title, Text, Plain, Signature, Heading, Note, Unit }

sealed record PaperLine(LineKind Kind, string Words) : PaperBlock;

sealed record PaperPageBreak : PaperBlock;

/// <summary>A table whose head is repeated on each page; a row of one cell spans it.</summary>
/// <param name="Shares">Widths of the columns, in hundredths of the text's width.</param>
sealed record PaperTable(IReadOnlyList<int> Shares, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock;

/// <summary>The annex's frame: one tall cell at the left, cells of paragraphs at the right; the first may run over pages, the seals may not.</summary>
/// <param name="Heights">At least so many twentieths of a point.</param>
sealed record PaperFrame(string Left, IReadOnlyList<IReadOnlyList<string>> Cells, IReadOnlyList<int> Heights) : PaperBlock;

/// <summary>
/// A paper of the office, written once and printed as Word file (<see cref="Docx"/>) or as a page for the printer (<see cref="Html"/>),
/// both in the layout of official papers (GB/T 9704-2012).
/// </summary>
public sealed class OfficialDocument
{
    readonly List<PaperBlock> blocks = [];

    public OfficialDocument(string name) => Name = name;

    /// <summary>Name of the paper, for its file and the window that shows it.</summary>
    public string Name { get; }

    internal IReadOnlyList<PaperBlock> Blocks => blocks;

    public void Title(string text) => Add(LineKind.Title, text);

    public void Text(string text) => Add(LineKind.Text, text);

    public void Line(string text) => Add(LineKind.Plain, text);

    /// <summary>Place and date of issue, at the right.</summary>
    internal void Signature(string text) => Add(LineKind.Signature, text);

    public void Heading(string text) => Add(LineKind.Heading, text);

    public void Note(string text) => Add(LineKind.Note, text);

    /// <summary>The unit stands at the right above a table.</summary>
    public void Unit(string text) => Add(LineKind.Unit, text);

    internal void PageBreak() => blocks.Add(new PaperPageBreak());

    public void Table(IReadOnlyList<int> shares, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) => blocks.Add(new PaperTable(shares, head, [.. rows]));

    internal void Frame(string left, IReadOnlyList<IReadOnlyList<string>> cells, IReadOnlyList<int> heights) => blocks.Add(new PaperFrame(left, cells, heights));

    /// <returns>A DOCX file.</returns>
    public byte[] Docx() => new WordPaper().Write(this);

    /// <param name="font">A TrueType font with Chinese characters, put into the page so that every machine prints the same.</param>
    /// <returns>A page that stands alone: no script, nothing fetched.</returns>
    public string Html(ReadOnlySpan<byte> font) => PrintedPaper.Html(this, Convert.ToBase64String(font));

    void Add(LineKind kind, string text) => blocks.Add(new PaperLine(kind, text));
}
