using System.Globalization;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>A report as one HTML file that stands alone: styles and charts inside, nothing loaded; also what is printed as PDF.</summary>
static class ReportHtml
{
    /// <param name="report">The report.</param>
    /// <param name="fontInside">Whether the font comes along, as the printed file needs it: a machine without Chinese fonts prints the same.</param>
    public static string Write(Report report, bool fontInside)
    {
        var html = new Markup()
            .Raw($"<!DOCTYPE html>\n<html lang=\"{report.Language.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Element("title", report.Title).Raw("\n<style>\n");
        if (fontInside) html.Raw($"@font-face {{ font-family: \"DCA Sans SC\"; src: url(data:font/ttf;base64,{Convert.ToBase64String(File.ReadAllBytes(ChartFont.Path))}); }}\n");
        html.Raw(Assets.Text("report.css")).Raw("</style>\n</head>\n<body>\n<main>\n").Raw(Body(report)).Raw("</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    /// <summary>The report without a page around it.</summary>
    public static string Body(Report report)
    {
        var html = new Markup();
        if (report.Mark is { } mark) html.Element("p", mark, "mark");
        html.Element("h1", report.Title);
        foreach (var paragraph in report.Opening) html.Element("p", paragraph, "lead");
        html.Raw("<dl class=\"facts\">");
        foreach (var (name, value) in report.Facts) html.Raw("<div>").Element("dt", name).Element("dd", value).Raw("</div>");
        html.Raw("</dl>");
        var chart = 0;
        foreach (var section in report.Sections)
        {
            html.Raw("<section>").Element("h2", section.Heading);
            foreach (var paragraph in section.Paragraphs) html.Element("p", paragraph);
            foreach (var table in section.Tables) Table(html, table);
            foreach (var drawn in section.Charts) html.Raw("<figure>").Raw(DrawnInPage.Of("c" + (++chart).ToString(CultureInfo.InvariantCulture), drawn, DrawnInPage.Paper).Value!).Raw("</figure>");
            html.Raw("</section>\n");
        }
        if (report.Notes.Count > 0)
        {
            html.Raw("<section class=\"notes\">").Element("h2", Texts.In(report.Language)["scorecard.notes"]).Raw("<ul>");
            foreach (var note in report.Notes) html.Element("li", note);
            html.Raw("</ul></section>\n");
        }
        return html.ToString();
    }

    static void Table(Markup html, ReportTable table)
    {
        html.Raw("<div class=\"table\"><table class=\"cards report\"><caption>").Element("span", table.Caption).Raw(" ").Element("span", table.Unit, "unit").Raw("</caption><colgroup>");
        foreach (var share in table.Shares) html.Raw($"<col class=\"w{share.ToString(CultureInfo.InvariantCulture)}\">");
        html.Raw("</colgroup><thead><tr>");
        for (var i = 0; i < table.Head.Count; i++) html.Raw($"<th scope=\"col\"{(table.Numbers[i] ? " class=\"number\"" : "")}>").Text(table.Head[i]).Raw("</th>");
        html.Raw("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Raw("<tr>");
            // The first column of words names the row.
            var naming = Math.Max(0, table.Numbers.ToList().IndexOf(false));
            for (var i = 0; i < row.Count; i++)
            {
                var label = $" data-label=\"{Markup.Encode(table.Head[i])}\"";
                html.Raw(i == naming ? "<th scope=\"row\">" : $"<td{(table.Numbers[i] ? " class=\"number\"" : "")}{label}>").Text(row[i].Text).Raw(i == naming ? "</th>" : "</td>");
            }
            html.Raw("</tr>");
        }
        html.Raw("</tbody></table></div>");
        foreach (var note in table.Notes) html.Element("p", note, "quiet note");
    }
}
