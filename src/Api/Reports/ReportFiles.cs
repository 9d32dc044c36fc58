using System.Text;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Printing;
using DemoCityAnalytics.Api.Workbooks;
using DemoCityAnalytics.Evaluation.Papers;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>A report's cell in JSON: as printed, and the number behind it.</summary>
public sealed record ReportCellView(string Text, decimal? Value);

/// <summary>A report's table in JSON.</summary>
public sealed record ReportTableView(string Caption, string Unit, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ReportCellView>> Rows, IReadOnlyList<string> Notes);

/// <summary>A report's section in JSON.</summary>
public sealed record ReportSectionView(string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<ReportTableView> Tables);

/// <summary>A report in JSON.</summary>
public sealed record ReportView(
    string Title, string? Mark, IReadOnlyDictionary<string, string> Facts, IReadOnlyList<string> Opening, IReadOnlyList<ReportSectionView> Sections, IReadOnlyList<string> Notes);

/// <summary>A report in each of its forms.</summary>
public sealed class ReportFiles(PdfPrinter printer)
{
    public static readonly string[] Forms = ["html", "pdf", "docx", "xlsx", "csv", "json"];

    internal async Task<Answer> Write(Report report, string form, CancellationToken cancel) => form switch
    {
        "pdf" => new Answer(await printer.Print(ReportHtml.Write(report, fontInside: true), cancel) ?? throw new InvalidOperationException($"{report.Name} was not printed; the log says why."), "application/pdf") { FileName = report.Name + ".pdf" },
        "docx" => new Answer(Docx(report), "application/vnd.openxmlformats-officedocument.wordprocessingml.document") { FileName = report.Name + ".docx" },
        "xlsx" => new Answer(await Xlsx(report, cancel), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") { FileName = report.Name + ".xlsx" },
        "csv" => new Answer([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(report))], "text/csv; charset=utf-8") { FileName = report.Name + ".csv" },
        "json" => Answer.Json(Json(report)),
        _ => new Answer(Encoding.UTF8.GetBytes(ReportHtml.Write(report, fontInside: false)), "text/html; charset=utf-8") { FileName = report.Name + ".html" },
    };

    static ReportView Json(Report report) => new(
        report.Title, report.Mark, report.Facts.ToDictionary(x => x.Name, x => x.Value), report.Opening,
        report.Sections.Select(section => new ReportSectionView(section.Heading, section.Paragraphs, section.Tables.Select(table => new ReportTableView(
            table.Caption, table.Unit, table.Head, table.Rows.Select(row => (IReadOnlyList<ReportCellView>)row.Select(cell => new ReportCellView(cell.Text, JsonText.Scaled(cell.Value, cell.Decimals))).ToList()).ToList(), table.Notes)).ToList())).ToList(),
        report.Notes);

    /// <summary>In the layout of official papers.</summary>
    static byte[] Docx(Report report)
    {
        var paper = new OfficialDocument(report.Title);
        paper.Title(report.Title);
        if (report.Mark is { } mark) paper.Text(mark);
        foreach (var paragraph in report.Opening) paper.Text(paragraph);
        paper.Text(string.Join(report.Language.Of("；", "; "), report.Facts.Select(x => $"{x.Name}{report.Language.Of("：", ": ")}{x.Value}")) + report.Language.Of("。", "."));
        foreach (var section in report.Sections)
        {
            paper.Heading(section.Heading);
            foreach (var paragraph in section.Paragraphs) paper.Text(paragraph);
            foreach (var table in section.Tables)
            {
                paper.Line(table.Caption);
                paper.Unit(table.Unit);
                paper.Table(table.Shares, table.Head, table.Rows.Select(row => (IReadOnlyList<string>)row.Select(cell => cell.Text).ToList()));
                foreach (var note in table.Notes) paper.Note(note);
            }
        }
        paper.Heading(Texts.In(report.Language)["scorecard.notes"]);
        foreach (var note in report.Notes) paper.Note(note);
        return paper.Docx();
    }

    // One sheet for each table, numbers as numbers.
    static async Task<byte[]> Xlsx(Report report, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        await using (var book = new WorkbookWriter(file))
        {
            var texts = Texts.In(report.Language);
            await book.StartSheet(texts["report.cover"], [24, 100], 0, cancel);
            await book.Row([report.Title], cancel, WorkbookStyle.Title);
            if (report.Mark is { } mark) await book.Row([texts["workbook.mark"], mark], cancel, WorkbookStyle.Wrapped);
            foreach (var (name, value) in report.Facts) await book.Row([name, value], cancel, WorkbookStyle.Wrapped);
            foreach (var paragraph in report.Opening.Concat(report.Sections.SelectMany(x => x.Paragraphs)).Concat(report.Notes)) await book.Row([null, paragraph], cancel, WorkbookStyle.Wrapped);
            var number = 0;
            foreach (var table in report.Sections.SelectMany(x => x.Tables))
            {
                await book.StartSheet(SheetName(++number, table.Caption), table.Shares.Select(share => Math.Max(9, share)).ToList(), 3, cancel);
                await book.Row([table.Caption], cancel, WorkbookStyle.Title);
                await book.Row([table.Unit], cancel);
                await book.Row(table.Head.Select(x => (object?)x).ToList(), cancel, WorkbookStyle.Head);
                foreach (var row in table.Rows) await book.Row(row.Select(cell => cell.Value is { } value ? (object?)(JsonText.Scaled(value, cell.Decimals), cell.Decimals) : cell.Text).ToList(), cancel);
                foreach (var note in table.Notes) await book.Row([note], cancel);
            }
            await book.Finish(cancel);
        }
        return file.ToArray();
    }

    // A sheet's name has 31 characters at most, and none of : \ / ? * [ ].
    static string SheetName(int number, string caption)
    {
        var plain = string.Concat(caption.Where(x => !":\\/?*[]".Contains(x, StringComparison.Ordinal)));
        var name = $"{number.ToString(System.Globalization.CultureInfo.InvariantCulture)} {plain}";
        return name.Length > 31 ? name[..31] : name;
    }

    static string Csv(Report report)
    {
        var text = new StringBuilder();
        void Line(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(cell => TableColumns.Csv(TableColumns.Harmless(cell)))).Append("\r\n");
        Line([report.Title, report.Mark ?? ""]);
        foreach (var table in report.Sections.SelectMany(x => x.Tables))
        {
            Line([""]);
            Line([table.Caption, table.Unit]);
            Line(table.Head);
            foreach (var row in table.Rows) Line(row.Select(cell => cell.Text));
        }
        return text.ToString();
    }
}
