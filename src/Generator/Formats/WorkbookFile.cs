using DemoCityAnalytics.Generator.Layout;

namespace DemoCityAnalytics.Generator.Formats;

/// <summary>What the two workbook formats have in common: numbers as numbers, days as serial days, the rest as text.</summary>
/// <param name="factors">By how much each column's numbers are divided, because its heading says so (万人: 10,000).</param>
/// <param name="notes">Texts under the table.</param>
abstract class WorkbookFile(IReadOnlyList<Column> columns, Dialect dialect, WorkbookHead head, IReadOnlyList<int> factors, IReadOnlyList<string> notes) : TableFile
{
    static readonly int SerialZero = new DateOnly(1899, 12, 30).DayNumber;

    int _row;

    /// <summary>Codes of nothing but digits become numbers, as a spreadsheet makes them when they are typed in.</summary>
    protected virtual bool MakesCodesNumbers => false;

    protected abstract void BeginRow(int row);
    protected abstract void PutText(int row, int column, string text);
    protected abstract void PutNumber(int row, int column, decimal number);
    protected abstract void PutDay(int row, int column, int serial);
    protected abstract void EndRow();

    /// <summary>Closes the table; the merged cells are those of the head.</summary>
    protected abstract void Close(IReadOnlyList<MergedCells> merged);

    public override void Dispose()
    {
        // An empty row between the table and its notes.
        if (notes.Count > 0) _row++;
        foreach (var note in notes) WriteTexts([note]);
        Close(head.Merged);
    }

    protected void WriteHead()
    {
        foreach (var row in head.Rows) WriteTexts(row);
    }

    protected override void WriteRow(ReadOnlySpan<Cell> cells, ulong salt)
    {
        BeginRow(_row);
        for (var i = 0; i < columns.Count; i++) WriteCell(i, columns[i], cells[columns[i].Index], salt);
        EndRow();
        _row++;
    }

    void WriteTexts(IReadOnlyList<string> texts)
    {
        BeginRow(_row);
        for (var column = 0; column < texts.Count; column++)
            if (texts[column].Length > 0) PutText(_row, column, texts[column]);
        EndRow();
        _row++;
    }

    void WriteCell(int position, Column column, in Cell cell, ulong salt)
    {
        Span<char> buffer = stackalloc char[64];
        switch (cell.Kind)
        {
            case CellKind.Integer or CellKind.Hundredths when factors[position] > 1 || !dialect.HasOddNumber(column, salt):
                PutNumber(_row, position, (cell.Kind == CellKind.Hundredths ? cell.Number / 100m : cell.Number) / factors[position]);
                return;
            case CellKind.Date when !Dialect.HasRareDate(salt):
                PutDay(_row, position, (int)cell.Number - SerialZero);
                return;
            case CellKind.Text or CellKind.Code when MakesCodesNumbers && column.Type is ColumnType.Code or ColumnType.Area && int.TryParse(cell.Text, out var code):
                PutNumber(_row, position, code);
                return;
        }
        var text = dialect.Write(column, cell, salt, buffer);
        if (text.Length > 0) PutText(_row, position, text.ToString());
    }
}
