using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DemoCityAnalytics.Evaluation.Papers;

/// <summary>
/// A paper as word-processor document in the layout of official papers (GB/T 9704-2012): A4, margins 37/35/28/26 mm, 22 lines of 28
/// characters, title in 二号小标宋, body in 三号仿宋, page numbers "— 1 —" outside. Fonts are named, never bundled.
/// </summary>
sealed class WordPaper
{
    public const string Song = "宋体";
    public const string FangSong = "仿宋_GB2312";
    public const string Hei = "黑体";
    public const string TitleSong = "方正小标宋简体";

    // Half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 五号 10.5 pt, 小五号 9 pt.
    public const int Second = 44;
    public const int Third = 32;
    public const int Fourth = 28;
    public const int Fifth = 21;
    public const int SmallFifth = 18;

    // With more columns a figure in 五号 would be broken over two lines.
    const int ColumnsInFifth = 8;

    // 28 characters of 16 pt are 448 pt, the line is 442 pt: each stands a quarter of a point closer.
    public const int Closer = -5;

    // Twentieths of a point: 1 mm = 56.6929.
    const int TextWidth = 8844;          // 156 mm

    readonly Body body = new();

    public byte[] Write(OfficialDocument paper)
    {
        for (var i = 0; i < paper.Blocks.Count; i++)
        {
            switch (paper.Blocks[i])
            {
                case PaperLine line: body.Append(Line(line, Leads(line, paper.Blocks.Skip(i + 1).Take(2)))); break;
                case PaperTable table: Table(table); break;
                case PaperFrame frame: Frame(frame); break;
                default: body.Append(new Paragraph(new Run(new Break { Type = BreakValues.Page }))); break;
            }
        }
        return Save();
    }

    // A heading at the foot of a page, or a caption on the page before its table, would lead to nothing.
    // A code does not break: justified, the words of the line before it would be drawn apart.
    static bool HasLongCode(string text) => text.Split(' ', '；', '，', '：', '。').Any(word => word.Count(char.IsAsciiLetterOrDigit) > 15);

    static bool Leads(PaperLine line, IEnumerable<PaperBlock> next) => line.Kind == LineKind.Heading
        || line.Kind is LineKind.Plain or LineKind.Unit && next.SkipWhile(block => block is PaperLine { Kind: LineKind.Unit }).FirstOrDefault() is PaperTable;

    static Paragraph Line(PaperLine line, bool leads)
    {
        var paragraph = Line(line);
        if (leads) paragraph.ParagraphProperties!.PrependChild(new KeepNext());
        return paragraph;
    }

    static Paragraph Line(PaperLine line) => line.Kind switch
    {
        LineKind.Title => Paragraph(line.Words, TitleSong, Second, JustificationValues.Center, indent: false, after: 290),
        LineKind.Text => Paragraph(line.Words, FangSong, Third, HasLongCode(line.Words) ? JustificationValues.Left : JustificationValues.Both, indent: true),
        LineKind.Plain => Paragraph(line.Words, FangSong, Third, JustificationValues.Left, indent: false),
        LineKind.Signature => Paragraph(line.Words, FangSong, Third, JustificationValues.Right, indent: false),
        LineKind.Heading => Paragraph(line.Words, Hei, Third, JustificationValues.Left, indent: true),
        LineKind.Note => Paragraph(line.Words, Song, Fifth, JustificationValues.Left, indent: false),
        _ => Paragraph(line.Words, Song, Fifth, JustificationValues.Right, indent: false),
    };

    void Table(PaperTable written)
    {
        var widths = written.Shares.Select(share => share * TextWidth / 100).ToList();
        var table = NewTable(widths);
        var size = written.Head.Count > ColumnsInFifth ? SmallFifth : Fifth;
        table.Append(Row(widths, written.Head, Hei, size, headRow: true));
        foreach (var row in written.Rows) table.Append(Row(widths, row, row.Count == 1 ? Hei : Song, size, headRow: false));
        body.Append(table);
    }

    void Frame(PaperFrame frame)
    {
        int[] widths = [900, TextWidth - 900];
        var table = NewTable(widths);
        for (var i = 0; i < frame.Cells.Count; i++)
        {
            var merge = new VerticalMerge { Val = i == 0 ? MergedCellValues.Restart : MergedCellValues.Continue };
            var leftCell = new TableCell(new TableCellProperties(Width(widths[0]), merge, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }));
            leftCell.Append(i == 0
                ? frame.Left.Select(letter => (OpenXmlElement)Paragraph($"{letter}", FangSong, Third, JustificationValues.Center, indent: false))
                : [new Paragraph()]);
            var rightCell = new TableCell(new TableCellProperties(Width(widths[1])));
            // Not on the line grid: at 22 lines a page the seals would not fit under the description.
            rightCell.Append(frame.Cells[i].Select(text => (OpenXmlElement)Paragraph(
                text, FangSong, Fourth, JustificationValues.Left, indent: !text.EndsWith('日'), right: text.EndsWith('日'), grid: false)));
            var row = new TableRowProperties();
            if (i > 0) row.Append(new CantSplit());
            row.Append(new TableRowHeight { Val = (uint)frame.Heights[i], HeightType = HeightRuleValues.AtLeast });
            table.Append(new TableRow(row, leftCell, rightCell));
        }
        body.Append(table);
    }

    byte[] Save()
    {
        var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var (odd, even) = (main.AddNewPart<FooterPart>(), main.AddNewPart<FooterPart>());
            odd.Footer = PageNumber(JustificationValues.Right);
            even.Footer = PageNumber(JustificationValues.Left);
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(FangSong), new FontSize { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" }))));
            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(odd) },
                new FooterReference { Type = HeaderFooterValues.Even, Id = main.GetIdOfPart(even) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 850, Footer = 1417, Gutter = 0 },
                // 225 mm ÷ 22 lines. Characters are not put on a grid: word processors differ in what they do with a cell narrower than its letter.
                new DocGrid { Type = DocGridValues.Lines, LinePitch = 579 }));
            main.Document = new Document(body);
        }
        return file.ToArray();
    }

    static Table NewTable(IReadOnlyList<int> widths)
    {
        var line = (UInt32Value)4u;
        return new Table(
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = line }, new LeftBorder { Val = BorderValues.Single, Size = line },
                    new BottomBorder { Val = BorderValues.Single, Size = line }, new RightBorder { Val = BorderValues.Single, Size = line },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = line }, new InsideVerticalBorder { Val = BorderValues.Single, Size = line }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
    }

    static TableRow Row(List<int> widths, IReadOnlyList<string> cells, string font, int size, bool headRow)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (headRow) properties.Append(new TableHeader());
        var row = new TableRow(properties);
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = new TableCellProperties(Width(cells.Count == 1 ? widths.Sum() : widths[i]));
            if (cells.Count == 1) cell.Append(new GridSpan { Val = widths.Count });
            cell.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
            var number = cells[i].Length > 0 && cells[i].All(letter => char.IsAsciiDigit(letter) || ".,%+−-—≤".Contains(letter, StringComparison.Ordinal));
            row.Append(new TableCell(cell, Paragraph(cells[i], font, size, headRow || number ? JustificationValues.Center : JustificationValues.Left, indent: false, grid: false)));
        }
        return row;
    }

    static TableCellWidth Width(int width) => new() { Width = $"{width}", Type = TableWidthUnitValues.Dxa };

    static Paragraph Paragraph(string text, string font, int halfPoints, JustificationValues side, bool indent, int after = 0, bool grid = true, bool right = false)
    {
        var properties = new ParagraphProperties();
        if (!grid) properties.Append(new SnapToGrid { Val = false });
        properties.Append(new SpacingBetweenLines { Before = "0", After = $"{after}" });
        if (indent) properties.Append(new Indentation { FirstLineChars = 200, FirstLine = $"{halfPoints * 20}" });
        properties.Append(new Justification { Val = right ? JustificationValues.Right : side });
        return new Paragraph(properties, new Run(new RunProperties(Fonts(font), new Spacing { Val = halfPoints == Third ? Closer : 0 }, new FontSize { Val = $"{halfPoints}" }), new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    static RunFonts Fonts(string font) => new() { EastAsia = font, Ascii = "Times New Roman", HighAnsi = "Times New Roman" };

    static Footer PageNumber(JustificationValues side)
    {
        Run Piece(OpenXmlElement content) => new(new RunProperties(Fonts(Song), new FontSize { Val = $"{Fourth}" }), content);
        return new Footer(new Paragraph(
            new ParagraphProperties(new Indentation { LeftChars = 100, RightChars = 100 }, new Justification { Val = side }),
            Piece(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            Piece(new FieldChar { FieldCharType = FieldCharValues.Begin }), Piece(new FieldCode("PAGE")), Piece(new FieldChar { FieldCharType = FieldCharValues.End }),
            Piece(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
    }
}
