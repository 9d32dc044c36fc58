using DemoCityAnalytics.Metrics.Models.Duplicates;

namespace DemoCityAnalytics.Metrics.Models.Coding;

/// <summary>
/// The industry model, taught by four in five employers of a register and judged by the others, whose stated division it has not seen.
/// Which ones are held out is decided by a hash of the name, so it never changes.
/// </summary>
/// <param name="Baseline">What naming the most frequent division of the taught ones would get right.</param>
/// <param name="Postings">Postings of held-out employers, coded by the employer's name and the posting's title.</param>
public sealed record IndustryReview(int Learned, Accuracy HeldOut, Accuracy AmongThree, Accuracy Section, Accuracy Baseline, Accuracy Postings)
{
    /// <exception cref="FormatException">Too few employers state a division.</exception>
    public static IndustryReview Of(IReadOnlyList<(string Name, string? Industry)> register, IReadOnlyList<PostingRecord> postings)
    {
        var stated = register.Where(row => IndustryCoder.Examples([row]).Count > 0).ToList();
        if (stated.Count < IndustryCoder.FewestEmployers)
            throw new FormatException($"{stated.Count} employers state a division of GB/T 4754; a model needs at least {IndustryCoder.FewestEmployers}.");
        var taught = stated.Where(row => !IsHeldOut(row.Name)).ToList();
        var held = stated.Where(row => IsHeldOut(row.Name)).ToList();
        using var coder = new IndustryCoder(TextClassifier.Train(IndustryCoder.Examples(taught)));
        var proposals = held.Select(row => (Right: CodeLists.Industries[row.Industry!], Proposals: coder.Code(row.Name))).ToList();
        var usual = taught.GroupBy(row => row.Industry).MaxBy(group => group.Count())!.Key;
        var divisions = held.ToDictionary(row => row.Name, row => CodeLists.Industries[row.Industry!], StringComparer.Ordinal);
        var theirs = postings.Where(posting => divisions.ContainsKey(posting.Employer)).ToList();
        return new(taught.Count,
            new(proposals.Count(x => x.Proposals[0].Code == x.Right), proposals.Count),
            new(proposals.Count(x => x.Proposals.Any(proposal => proposal.Code == x.Right)), proposals.Count),
            new(proposals.Count(x => x.Proposals[0].Code[..1] == x.Right[..1]), proposals.Count),
            new(held.Count(row => row.Industry == usual), held.Count),
            new(theirs.Count(posting => coder.Code(posting.Employer, posting.Title)[0].Code == divisions[posting.Employer]), theirs.Count));
    }

    static bool IsHeldOut(string name) => Shingles.Hash(name) % 5 == 0;
}
