using System.CommandLine;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs.Checks;
using DemoCityAnalytics.Metrics.Models.Duplicates;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary><c>dca duplicates</c>: postings of one job under several ids or platforms.</summary>
sealed class DuplicatesVerb : Verb
{
    readonly Argument<FileInfo> file = new("FILE") { Description = "CSV of postings with the columns 职位自编号, 发布平台, 公司, 职位, 职位描述, 地区, 地址, 最低薪资, 最高薪资, 首次发布时间." };

    readonly Option<FileInfo?> reviewed = new("--reviewed") { Description = "Pairs that a person has read: first, second, verdict (same, doubtful, different).", HelpName = "FILE" };

    public DuplicatesVerb() : base("duplicates", "Find postings of one job under several ids or platforms; leads for a person, not figures.")
    {
        Add(file);
        Add(reviewed);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var table = await CaseTable.Read(call.Arguments.GetRequiredValue(file), cancel);
        IReadOnlyList<PostingRecord> postings;
        try
        {
            postings = PostingTable.Read(table);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
        var report = new DuplicateFinder(new DuplicateOptions()).Find(postings);
        foreach (var pair in report.Groups.SelectMany(group => group.Pairs)) call.Terminal.Say($"{pair.First} = {pair.Second}: {string.Join("；", pair.Reasons)}");
        call.Terminal.Say($"{report.Groups.Count} groups, {report.Groups.Sum(group => group.Pairs.Count)} pairs, {report.Extra} of {postings.Count} postings beyond the first of their job");
        if (call.Arguments.GetValue(reviewed) is not { } pairs) return Outcome.Done(new { postings = postings.Count, report.Extra, report.Stamp, report.Groups });
        var review = DuplicateReview.Of(report, await CaseTable.Read(pairs, cancel));
        call.Terminal.Say($"of the pairs read, the same job: {review.Strict}; with the doubtful ones: {review.WithDoubtful}; {review.NoLongerFound} no longer found");
        return Outcome.Done(new { postings = postings.Count, report.Extra, report.Stamp, review });
    }
}
