using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Warehouse.Figures;
using Microsoft.EntityFrameworkCore;

namespace DemoCityAnalytics.Evaluation.Reviews;

/// <summary>A paper to attach: what it is, its date, how long it is valid, and the hash under which the archive keeps it.</summary>
public sealed record EvidencePaper(string Item, string Kind, string Title, DateOnly DatedOn, DateOnly? ValidTo, string Sha256, string FileName = "");

/// <summary>The papers behind the items (佐证材料) and their completeness (P04).</summary>
public sealed class EvidenceFile(StateStore store)
{
    public Task<Outcome<int>> Attach(Actor actor, string round, int city, IReadOnlyList<EvidencePaper> papers, CancellationToken cancel) =>
        store.Change<int>(actor, Act.AttachEvidence, $"{round}/{city}", async state =>
        {
            var found = await state.Round(round, actor, Act.AttachEvidence, city);
            if (found.Refusal is { } refusal) return refusal;
            if ((await state.City(round, city)).Refusal is { } unknown) return unknown;
            if (await state.Unassigned(actor, round, city) is { } unassigned) return unassigned;
            var rules = found.Value!.Rules();
            var attached = (await state.Evidence.Where(x => x.RoundId == round && x.CityCode == city).Select(x => new { x.Item, x.Sha256 }).ToListAsync(cancel))
                .Select(x => (x.Item, x.Sha256)).ToHashSet();
            foreach (var paper in papers)
            {
                if (!rules.Items.Any(x => x.Id == paper.Item) && !rules.Evidence.Any(x => x.Id == paper.Item))
                    return Refusal.Of(RefusalReason.UnknownItem, $"本轮规则中没有“{paper.Item}”", $"The rule set has no item '{paper.Item}'.");
                if (!attached.Add((paper.Item, paper.Sha256)))
                    return Refusal.Of(RefusalReason.AlreadyExists, $"“{paper.Title}”已附于本项", $"'{paper.Title}' is attached to the item already.");
                state.Evidence.Add(new EvidenceRow
                {
                    RoundId = round,
                    CityCode = city,
                    Item = paper.Item,
                    Sha256 = paper.Sha256,
                    Kind = paper.Kind,
                    Title = paper.Title,
                    DatedOn = paper.DatedOn,
                    ValidTo = paper.ValidTo,
                    FileName = paper.FileName,
                    Author = actor.Id,
                });
            }
            return papers.Count;
        }, cancel);

    /// <summary>Evidence items with all their papers in force ÷ evidence items × 100, two decimals.</summary>
    public Task<decimal?> CompletenessPercent(string round, int city) => store.Read(async state =>
    {
        if (await state.Rounds.FindAsync(round) is not { } row) return null;
        var rules = row.Rules();
        var papers = await state.Evidence.Where(x => x.RoundId == round && x.CityCode == city).ToListAsync();
        var complete = rules.Evidence.Count(item => Missing(rules, item.Id, [.. papers.Where(paper => paper.Item == item.Id)], store.Today).Count == 0);
        return HalfUp.Quotient(complete, rules.Evidence.Count(), 100, 2);
    });

    /// <summary>Kinds that are not there or no longer in force; a figure scored by hand needs any one paper.</summary>
    public static IReadOnlyList<string> Missing(RuleSet rules, string item, IReadOnlyCollection<EvidenceRow> papers, DateOnly today)
    {
        var valid = papers.Where(paper => paper.DatedOn <= today && (paper.ValidTo is null || paper.ValidTo >= today)).Select(paper => paper.Kind).ToHashSet(StringComparer.Ordinal);
        return rules.Evidence.FirstOrDefault(x => x.Id == item) is { } evidence ? [.. evidence.Papers.Where(kind => !valid.Contains(kind))]
            : valid.Count == 0 ? ["改分依据"] : [];
    }
}
