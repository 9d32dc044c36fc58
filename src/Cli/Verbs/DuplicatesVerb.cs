using System.CommandLine;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Cli.Verbs.Checks;
using DemoCityAnalytics.Metrics.Models.Duplicates;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca duplicates</c>: postings of one job under several ids or platforms.</summary>
sealed class DuplicatesVerb : Verb
{
    readonly Argument<FileInfo> file = new("FILE") { Description = "CSV of postings with the columns 职位自编号, 发布平台, 公司, 职位, 职位描述, 地区, 地址, 最低薪资, 最高薪资, 首次发布时间." };

    public DuplicatesVerb() : base("duplicates", "Find postings of one job under several ids or platforms; leads for a person, not figures.") => Add(file);

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
        return Outcome.Done(new { postings = postings.Count, report.Extra, report.Stamp, report.Groups });
    }
}
