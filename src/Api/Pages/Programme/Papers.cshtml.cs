using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.State;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DemoCityAnalytics.Api.Pages.Programme;

/// <summary>A city's evidence papers: what each item asks for, what is there, what is missing.</summary>
[RequestSizeLimit(Largest), RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class PapersPage(ReleaseReader releases, RoundRegister register, Acting acting, RoundCards cards, EvidenceFile evidence, PaperArchive archive, IOptions<StateOptions> options)
    : RoundCityPage(releases, register, acting)
{
    // The largest that the setting can allow; what it does allow is checked with the request.
    const long Largest = 1025L << 20;

    public RoundCard Card { get; private set; } = null!;

    /// <summary>Items that cannot be scored without papers.</summary>
    public IReadOnlyList<CardItem> Items => [.. Card.Items.Where(x => x.Evidence is not null)];

    /// <summary>Those and the figures to which somebody attached a paper.</summary>
    public IReadOnlyList<CardItem> Shown => [.. Card.Items.Where(x => x.Evidence is not null || x.Papers.Count > 0)];

    public int Complete => Items.Count(x => x.MissingPapers.Count == 0);

    public IReadOnlyList<string> Kinds => [.. Card.Rules.Evidence.SelectMany(x => x.Papers).Distinct(StringComparer.Ordinal)];

    public int LargestMiB => options.Value.LargestPaperMiB;

    public bool MayAttach => Acting.May(Act.AttachEvidence, City.CityCode) && Procedure.Allows(Round.Stage, Act.AttachEvidence);

    public bool Kept(EvidenceRow paper) => archive.Holds(paper.Sha256);

    public string TypedIn(string field) => Request.HasFormContentType ? Request.Form[field].ToString() : "";

    public async Task<IActionResult> OnGet(string round, int city)
    {
        if (await Find(round, city, "papers.title") is { } problem) return problem;
        Card = await cards.Of(Round, City, Acting.Column);
        return Page();
    }

    public async Task<IActionResult> OnPostAttach(string round, int city, CancellationToken cancel)
    {
        if (Permissions.Check(Acting.Actor, Act.AttachEvidence, city, RoundTerms.ProvinceOf(city)) is { } forbidden) return await Refuse(forbidden, () => OnGet(round, city));
        if (PaperEndpoints.Limit(Request, options.Value) is { } tooLarge) return tooLarge;
        var (paper, wrong) = await PaperEndpoints.Received(await Request.ReadFormAsync(cancel), archive, cancel);
        return paper is null
            ? await Refuse(Refusal.Of(RefusalReason.EvidenceMissing, wrong!.DetailZh.TrimEnd('。'), wrong.DetailEn), () => OnGet(round, city))
            : await End(evidence.Attach(Acting.Actor, round, city, [paper], cancel), "attached", () => OnGet(round, city));
    }
}
