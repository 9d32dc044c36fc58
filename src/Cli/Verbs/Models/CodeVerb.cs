using System.CommandLine;
using System.Globalization;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs.Checks;
using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Coding;
using DemoCityAnalytics.Metrics.Models.Duplicates;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary><c>dca code</c>: occupations and industries of postings, with confidence and the three likeliest.</summary>
sealed class CodeVerb : Verb
{
    readonly Argument<FileInfo> file = new("FILE") { Description = "CSV of postings as the public employment services export them (职位自编号, 公司, 职位, 职位描述 …)." };
    readonly Option<FileInfo?> reviewed = new("--reviewed") { Description = "Reviewed sample: posting_id, reviewed (occupation code). Only these are coded, and held against it.", HelpName = "FILE" };
    readonly Option<FileInfo?> employers = new("--employers") { Description = "Register of employers (公司, 所属行业): four in five teach the industry model, the rest and the postings of these judge it.", HelpName = "FILE" };

    public CodeVerb() : base("code", "Propose occupation (职业分类大典 2022, 中类) and industry (GB/T 4754) codes of postings; proposals for a person, not figures.")
    {
        Add(file);
        Add(reviewed);
        Add(employers);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        try
        {
            var postings = PostingTable.Read(await CaseTable.Read(call.Arguments.GetRequiredValue(file), cancel));
            if (call.Arguments.GetValue(employers) is { } register) return Industries(call, postings, await CaseTable.Read(register, cancel));
            return call.Arguments.GetValue(reviewed) is { } sample ? Review(call, postings, await CaseTable.Read(sample, cancel)) : Propose(call, postings);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    static Outcome Propose(Call call, IReadOnlyList<PostingRecord> postings)
    {
        var coder = new OccupationCoder();
        var coded = postings.Select(posting => new { posting.Id, Proposals = coder.Code(posting.Title, posting.Text) }).ToList();
        foreach (var posting in coded) call.Terminal.Say($"{posting.Id}: {string.Join("; ", posting.Proposals.Select(Line).DefaultIfEmpty("no proposal"))}");
        call.Terminal.Say($"{coded.Count(posting => posting.Proposals.Count > 0)} of {coded.Count} postings with a proposal; model output, occupation coder version {OccupationCoder.Version}");
        return Outcome.Done(new { modelOutput = true, version = OccupationCoder.Version, postings = coded });
    }

    static Outcome Review(Call call, IReadOnlyList<PostingRecord> postings, CsvTable sample)
    {
        var review = OccupationReview.Of(postings, sample);
        foreach (var wrong in review.Wrong) call.Terminal.Say($"differ: {wrong.Title}: reviewed {wrong.Reviewed}, proposed {string.Join("; ", wrong.Proposals.Select(Line).DefaultIfEmpty("nothing"))}");
        call.Terminal.Say($"major group (大类): {review.Major}");
        call.Terminal.Say($"sub-major group (中类): {review.SubMajor}; among the first three: {review.AmongThree}");
        foreach (var (from, accuracy) in review.ByConfidence) call.Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"confidence from {from:0.0}: {accuracy}"));
        if (review.Unknown > 0) call.Terminal.Say($"{review.Unknown} reviewed postings are not in the file");
        return Outcome.Done(new { modelOutput = true, review.Major, review.SubMajor, review.AmongThree, review.ByConfidence, review.Wrong });
    }

    static Outcome Industries(Call call, IReadOnlyList<PostingRecord> postings, CsvTable register)
    {
        var (name, industry) = (register.Column("公司"), register.Column("所属行业"));
        var review = IndustryReview.Of([.. register.Rows.Select(row => (row[name], (string?)row[industry]))], postings);
        call.Terminal.Say($"learned from {review.Learned} employers; {review.HeldOut.Reviewed} held out, {review.Postings.Reviewed} postings of these");
        call.Terminal.Say($"division, employers held out: {review.HeldOut}; among the first three: {review.AmongThree}; always the most frequent division: {review.Baseline}");
        call.Terminal.Say($"section, employers held out: {review.Section}");
        call.Terminal.Say($"division, postings of employers held out: {review.Postings}");
        return Outcome.Done(new { modelOutput = true, review });
    }

    static string Line(CodeProposal proposal) => string.Create(CultureInfo.InvariantCulture, $"{proposal.Code} {proposal.Name} {proposal.Confidence:0.00}");
}
