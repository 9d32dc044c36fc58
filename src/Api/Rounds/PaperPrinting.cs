using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Printing;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Evaluation.Papers;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>
/// A round's paper as Word file or PDF. Both forms hold the moment in which they were written, so each is kept: the same paper is the same bytes.
/// </summary>
sealed class PaperPrinting(AnswerCache cache, PdfPrinter printer)
{
    static readonly Lazy<byte[]> Font = new(() => File.ReadAllBytes(ChartFont.Path));

    public async Task<IResult> Print(OfficialDocument paper, string format, CancellationToken cancel)
    {
        var key = $"paper|{format}|{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(paper.Html([]))))}";
        switch (format)
        {
            case "docx":
                return cache.Get(key, () => new Answer(paper.Docx(), Handed.Word) { FileName = paper.Name + ".docx" }).Send();
            case "pdf":
                if (cache.Repeated(key) is { } kept) return kept.Send();
                return await printer.Print(paper.Html(Font.Value), cancel) is { } pdf
                    ? cache.Get(key, () => new Answer(pdf, Handed.Pdf) { FileName = paper.Name + ".pdf" }).Send()
                    : new Problem("no-printer", "本机没有可用的 Chromium，不能生成 PDF；请改取 docx。", "This machine has no Chromium to print PDF with; ask for docx.");
            default:
                return new Problem("not-acceptable", $"没有 {format} 格式，可用 docx 或 pdf。", $"There is no form {format}; ask for docx or pdf.");
        }
    }
}
