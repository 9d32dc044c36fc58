using System.CommandLine;
using DemoCityAnalytics.Cli.Shell;
using DemoCityAnalytics.Metrics.Models.Duplicates;
using DemoCityAnalytics.Metrics.Models.Screening;

namespace DemoCityAnalytics.Cli.Verbs.Checks;

/// <summary><c>dca check postings</c>: the violation rules over real postings that a person has read.</summary>
sealed class PostingsCheckVerb : Verb
{
    readonly Argument<FileInfo> file = new("FILE") { Description = "CSV of postings as the public employment services export them (职位自编号, 职位, 职位描述 …)." };
    readonly Argument<FileInfo> sample = new("SAMPLE") { Description = "CSV with the columns posting_id and violation (rule ids joined by +, empty for none)." };

    public PostingsCheckVerb() : base("postings", "Compare the violations that the screening rules find in real postings with what a reader found.")
    {
        Add(file);
        Add(sample);
    }

    protected override async Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        try
        {
            var review = PostingReview.Of(
                new PostingScreen(ScreeningRules.BuiltIn()), PostingTable.Read(await CaseTable.Read(call.Arguments.GetRequiredValue(file), cancel)),
                await CaseTable.Read(call.Arguments.GetRequiredValue(sample), cancel));
            foreach (var other in review.Differences) call.Terminal.Say($"differ: {other.PostingId}: expected '{other.Reviewed}' found '{other.Found}'");
            call.Terminal.Say($"{review.Postings} postings read ({review.Unknown} not in the file): {review.False} false violations; found of those that the reader found: {review.Violations}");
            return new Outcome(review.Differences.Count == 0 ? ExitCode.Ok : ExitCode.Different, review);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
