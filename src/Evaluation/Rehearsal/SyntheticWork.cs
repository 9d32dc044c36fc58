using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Evaluation.Rehearsal;

/// <summary>What offices would write: made up (合成数据), and the same each time.</summary>
static class SyntheticWork
{
    public static readonly ContactLine ProvinceContact = new("示例省级联系人", "处长", "0000-0000002");

    /// <summary>All papers of all items of a rule set.</summary>
    public static IEnumerable<EvidencePaper> Papers(RuleSet rules, Area city, DateOnly dated) => rules.Evidence.SelectMany(item =>
        item.Papers.Select(kind => new EvidencePaper(item.Id, kind, $"{city.Name}{kind}", dated, null, CanonicalJson.Sha256($"{city.Code}{item.Id}{kind}"))));

    /// <summary>A person's points by a made-up but repeatable judgement.</summary>
    public static List<SheetEntry> Sheet(RuleSet rules, Area city, string column) => [.. rules.Evidence.Select(item =>
    {
        var share = Convert.ToInt32(CanonicalJson.Sha256($"{city.Code} {item.Id} {column}")[..4], 16) % 41;
        return item.Score is not null
            ? new SheetEntry(item.Id, share % 4, "核对清单")
            : new SheetEntry(item.Id, HalfUp.Round(item.Points * (60 + share) / 100m, 2), "查阅材料并实地核对");
    })];
}
