using System.Globalization;
using System.Net;
using System.Text;

namespace DemoCityAnalytics.Evaluation.Papers;

/// <summary>
/// The same paper as a page that a browser prints to PDF. The font is in the page: with fonts that also hold the radicals block, the
/// printed text could not be searched for.
/// </summary>
static class PrintedPaper
{
    // The twentieths of a point of the Word file, in the unit that style sheets know.
    const decimal PointsPerTwip = 0.05m;

    public static string Html(OfficialDocument paper, string font)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:\"><title>").Append(Text(paper.Name)).Append("</title>\n<style>\n")
            .Append("@font-face { font-family: \"DCA Sans SC\"; src: url(data:font/ttf;base64,").Append(font).Append("); }\n").Append(Style).Append("</style></head><body>\n");
        foreach (var block in paper.Blocks) Block(page, block);
        return page.Append("</body></html>\n").ToString();
    }

    static void Block(StringBuilder page, PaperBlock block)
    {
        switch (block)
        {
            case PaperLine { Words.Length: 0 }:
                page.Append("<p class=\"plain\">&nbsp;</p>\n");
                break;
            case PaperLine line:
                var (element, style) = line.Kind switch { LineKind.Title => ("h1", "title"), LineKind.Heading => ("h2", "heading"), var kind => ("p", kind.ToString().ToLowerInvariant()) };
                page.Append(CultureInfo.InvariantCulture, $"<{element} class=\"{style}\">{Text(line.Words)}</{element}>\n");
                break;
            case PaperTable table:
                Table(page, table);
                break;
            case PaperFrame frame:
                Frame(page, frame);
                break;
            default:
                page.Append("<div class=\"break\"></div>\n");
                break;
        }
    }

    static void Table(StringBuilder page, PaperTable table)
    {
        page.Append("<table><colgroup>");
        foreach (var share in table.Shares) page.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{share}%\">");
        page.Append("</colgroup><thead><tr>");
        foreach (var head in table.Head) page.Append("<th scope=\"col\">").Append(Text(head)).Append("</th>");
        page.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            if (row is [var only]) page.Append(CultureInfo.InvariantCulture, $"<th scope=\"rowgroup\" colspan=\"{table.Shares.Count}\" class=\"group\">{Text(only)}</th>");
            else foreach (var cell in row) page.Append(decimal.TryParse(cell, CultureInfo.InvariantCulture, out _) ? "<td class=\"number\">" : "<td>").Append(Text(cell)).Append("</td>");
            page.Append("</tr>\n");
        }
        page.Append("</tbody></table>\n");
    }

    static void Frame(StringBuilder page, PaperFrame frame)
    {
        page.Append("<table class=\"frame\"><colgroup><col style=\"width:10%\"><col style=\"width:90%\"></colgroup><tbody>\n");
        for (var i = 0; i < frame.Cells.Count; i++)
        {
            page.Append(i == 0 ? "<tr>" : "<tr class=\"seal\">");
            if (i == 0) page.Append(CultureInfo.InvariantCulture, $"<th scope=\"rowgroup\" rowspan=\"{frame.Cells.Count}\">{string.Join("<br>", frame.Left.Select(letter => Text(letter.ToString())))}</th>");
            page.Append(CultureInfo.InvariantCulture, $"<td style=\"height:{frame.Heights[i] * PointsPerTwip}pt\">");
            foreach (var text in frame.Cells[i]) page.Append(text.EndsWith('日') ? "<p class=\"day\">" : "<p>").Append(Text(text)).Append("</p>");
            page.Append("</td></tr>\n");
        }
        page.Append("</tbody></table>\n");
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);

    const string Style = """
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
        @page :right { @bottom-right { content: "— " counter(page) " —　"; font: 14pt "DCA Sans SC"; } }
        @page :left { @bottom-left { content: "　— " counter(page) " —"; font: 14pt "DCA Sans SC"; } }
        body { margin: 0; font: 16pt/28.95pt "DCA Sans SC"; color: #000; }
        h1, h2, p { margin: 0; font-weight: normal; }
        .title { margin-bottom: 14pt; font-size: 22pt; line-height: 30pt; text-align: center; }
        .text { text-indent: 2em; text-align: justify; }
        .heading { font-size: 16pt; font-weight: bold; text-indent: 2em; break-after: avoid; }
        .signature { text-align: right; }
        .note, .unit { font-size: 10.5pt; line-height: 16pt; }
        .unit { text-align: right; break-after: avoid; }
        .break { break-after: page; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 10.5pt; line-height: 15pt; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        tbody tr:first-child { break-before: avoid; }
        th, td { padding: 2pt 4pt; border: 0.5pt solid #000; vertical-align: middle; overflow-wrap: anywhere; text-align: left; font-weight: normal; }
        thead th, .number { text-align: center; }
        thead th, .group { font-weight: bold; }
        .frame { font-size: 14pt; line-height: 20pt; }
        .frame tr:not(.seal) { break-inside: auto; }
        .frame th { font-size: 16pt; line-height: 29pt; text-align: center; }
        .frame td { vertical-align: top; }
        .frame td p { text-indent: 2em; }
        .frame .seal p { margin-bottom: 4pt; }
        .frame td .day { text-align: right; text-indent: 0; }

        """;
}
