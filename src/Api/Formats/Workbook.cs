using System.Globalization;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Workbooks;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>A workbook: the table with a head that stays in sight and a filter, and a sheet of notes.</summary>
sealed class Workbook : ObservationFormat
{
    // A sheet ends here; longer tables go on in the next sheet.
    const int RowsPerSheet = 1_000_000;
    const int Wide = 34;
    const int Usual = 16;

    public override string Name => "xlsx";
    public override string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public override string Extension => "xlsx";
    public override bool Compressible => false;

    public override async Task Write(ObservationSet set, Stream to, CancellationToken cancel)
    {
        var texts = Texts.In(set.Language);
        var columns = TableColumns.Of(set);
        var widths = columns.Select(column => column.Name is "figure_id" or "note" || column.Name.EndsWith("_name", StringComparison.Ordinal) ? Wide : Usual).ToList();
        await using var book = new WorkbookWriter(to);
        var (sheet, rows) = (0, RowsPerSheet);
        string Filter() => $"A1:{WorkbookWriter.Letters(columns.Count - 1)}{(rows + 1).ToString(CultureInfo.InvariantCulture)}";
        async Task Start()
        {
            if (sheet > 0) await book.EndSheet(cancel, Filter());
            (sheet, rows) = (sheet + 1, 0);
            await book.StartSheet(sheet == 1 ? texts["workbook.figures"] : $"{texts["workbook.figures"]} {sheet.ToString(CultureInfo.InvariantCulture)}", widths, 1, cancel);
            await book.Row(columns.Select(column => (object?)column.Name).ToList(), cancel, WorkbookStyle.Head);
        }
        await Start();
        rows = 0;
        foreach (var row in set.Rows)
        {
            if (rows == RowsPerSheet) await Start();
            rows++;
            await book.Row(columns.Select(column => column.Kind == CellKind.Instant ? TableColumns.Text(column.Cell(row)) : column.Cell(row)).ToList(), cancel, decimals: row.Decimals);
        }
        await book.EndSheet(cancel, Filter());

        await book.StartSheet(texts["workbook.notes"], [20, 100], 0, cancel);
        foreach (var (key, value) in new[]
        {
            (texts["scorecard.release"], set.ReleaseView?.Name ?? ""), (texts["workbook.as_of"], set.AsOf is { } moment ? TableColumns.Instant(moment) : ""),
            (texts["workbook.rows"], set.Total.ToString(CultureInfo.InvariantCulture)), (texts["workbook.mark"], set.Mark), (texts["workbook.columns"], texts["workbook.columns_explained"]),
        }) await book.Row([key, value], cancel, WorkbookStyle.Wrapped);
        await book.Finish(cancel);
    }
}
