using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>
/// An Excel 97-2003 workbook (BIFF8 in a compound file) with one sheet. It is kept in memory until it is closed, as its table of strings
/// comes before the cells; the format ends at 65,536 rows anyway.
/// </summary>
sealed class XlsFile : WorkbookFile
{
    const ushort BeginOfStream = 0x0809, EndOfStream = 0x000A, CodePage = 0x0042, Window = 0x003D, Font = 0x0031, CellFormat = 0x00E0, Style = 0x0293,
        Sheet = 0x0085, Strings = 0x00FC, Continued = 0x003C, Dimensions = 0x0200, SheetWindow = 0x023E, StringCell = 0x00FD, NumberCell = 0x0203, Merged = 0x00E5;

    const ushort GlobalStream = 0x0005, SheetStream = 0x0010, Biff8 = 0x0600;
    const int LargestBody = 8224;
    const string SheetName = "合成数据";

    // The first fifteen formats belong to styles; then the plain cell and the day (built-in number format 14).
    const int StyleFormats = 15;
    const ushort PlainCell = 15, DayCell = 16, DayFormat = 14, OwnNumberFormat = 0x0400;

    readonly string _path;
    readonly int _columnCount;
    readonly BinaryRecords _cells = new();
    readonly Dictionary<string, uint> _strings = new(StringComparer.Ordinal);
    readonly List<string> _stringsInOrder = [];
    uint _stringCells;
    int _rows;

    public XlsFile(string path, IReadOnlyList<Column> columns, Dialect dialect, WorkbookHead head, IReadOnlyList<int> factors, IReadOnlyList<string> notes)
        : base(columns, dialect, head, factors, notes)
    {
        (_path, _columnCount) = (path, columns.Count);
        WriteHead();
    }

    protected override bool MakesCodesNumbers => true;

    protected override void BeginRow(int row) => _rows = row + 1;

    protected override void EndRow()
    {
    }

    protected override void PutText(int row, int column, string text)
    {
        if (!_strings.TryGetValue(text, out var number))
        {
            _strings[text] = number = (uint)_stringsInOrder.Count;
            _stringsInOrder.Add(text);
        }
        _stringCells++;
        Place(StringCell, 10, row, column, PlainCell);
        _cells.DoubleWord(number);
    }

    protected override void PutNumber(int row, int column, decimal number) => PutDouble(row, column, (double)number, PlainCell);

    protected override void PutDay(int row, int column, int serial) => PutDouble(row, column, serial, DayCell);

    protected override void Close(IReadOnlyList<MergedCells> merged)
    {
        var workbook = new BinaryRecords();
        WriteGlobals(workbook);
        workbook.Record(BeginOfStream, Biff8, SheetStream, 0x0DBB, 0x07CC, 0, 0, 6, 0);
        workbook.Head(Dimensions, 14);
        workbook.DoubleWord(0);
        workbook.DoubleWord((uint)_rows);
        workbook.Word(0);
        workbook.Word((ushort)_columnCount);
        workbook.Word(0);
        workbook.Append(_cells);
        workbook.Record(SheetWindow, 0x06B6, 0, 0, 0x40, 0, 0, 0, 0, 0);
        if (merged.Count > 0)
        {
            workbook.Head(Merged, 2 + merged.Count * 8);
            workbook.Word((ushort)merged.Count);
            foreach (var cells in merged)
                foreach (var edge in (ReadOnlySpan<int>)[cells.FirstRow, cells.LastRow, cells.FirstColumn, cells.LastColumn]) workbook.Word((ushort)edge);
        }
        workbook.Record(EndOfStream);
        CompoundFile.Write(_path, "Workbook", workbook.Bytes);
    }

    void WriteGlobals(BinaryRecords workbook)
    {
        workbook.Record(BeginOfStream, Biff8, GlobalStream, 0x0DBB, 0x07CC, 0, 0, 6, 0);
        workbook.Record(CodePage, 1200);
        workbook.Record(Window, 0, 0, 0x3C00, 0x2580, 0x38, 0, 0, 1, 0x0258);
        // Four fonts at least: number 4 does not exist in this format.
        for (var i = 0; i < 4; i++) WriteFont(workbook);
        for (var i = 0; i < StyleFormats; i++) WriteCellFormat(workbook, numberFormat: 0, isStyle: true);
        WriteCellFormat(workbook, numberFormat: 0, isStyle: false);
        WriteCellFormat(workbook, DayFormat, isStyle: false);
        // The built-in style Normal over the first format.
        workbook.Record(Style, 0x8000, 0xFF00);

        var strings = StringTable();
        var sheetRecord = 4 + 8 + SheetName.Length * 2;
        workbook.Head(Sheet, sheetRecord - 4);
        workbook.DoubleWord((uint)(workbook.Length + sheetRecord - 4 + strings.Length + 4));
        workbook.Word(0);
        workbook.Byte((byte)SheetName.Length);
        workbook.Byte(1);
        workbook.Characters(SheetName);
        workbook.Append(strings);
        workbook.Record(EndOfStream);
    }

    static void WriteFont(BinaryRecords workbook)
    {
        const string name = "SimSun";
        workbook.Head(Font, 16 + name.Length * 2);
        foreach (var word in (ReadOnlySpan<ushort>)[220, 0, 0x7FFF, 400, 0, 0, 0]) workbook.Word(word);
        workbook.Byte((byte)name.Length);
        workbook.Byte(1);
        workbook.Characters(name);
    }

    static void WriteCellFormat(BinaryRecords workbook, ushort numberFormat, bool isStyle) =>
        // Style formats have the parent 0xFFF; cells have format 0 as parent. 0x20C0 are the default colours.
        workbook.Record(CellFormat, 0, numberFormat, isStyle ? (ushort)0xFFF5 : (ushort)0x0001, 0x0020, numberFormat == 0 ? (ushort)0 : OwnNumberFormat, 0, 0, 0, 0, 0x20C0);

    // No string is split: the next record begins before one that does not fit.
    BinaryRecords StringTable()
    {
        var table = new BinaryRecords();
        var from = 0;
        var type = Strings;
        do
        {
            var length = type == Strings ? 8 : 0;
            var to = from;
            while (to < _stringsInOrder.Count && length + 3 + _stringsInOrder[to].Length * 2 <= LargestBody) length += 3 + _stringsInOrder[to++].Length * 2;
            table.Head(type, length);
            if (type == Strings)
            {
                table.DoubleWord(_stringCells);
                table.DoubleWord((uint)_stringsInOrder.Count);
            }
            for (; from < to; from++)
            {
                table.Word((ushort)_stringsInOrder[from].Length);
                table.Byte(1);
                table.Characters(_stringsInOrder[from]);
            }
            type = Continued;
        }
        while (from < _stringsInOrder.Count);
        return table;
    }

    void PutDouble(int row, int column, double number, ushort format)
    {
        Place(NumberCell, 14, row, column, format);
        _cells.Double(number);
    }

    void Place(ushort type, int length, int row, int column, ushort format)
    {
        _cells.Head(type, length);
        _cells.Word((ushort)row);
        _cells.Word((ushort)column);
        _cells.Word(format);
    }
}
