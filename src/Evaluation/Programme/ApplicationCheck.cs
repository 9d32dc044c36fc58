using System.Globalization;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Evaluation.Programme;

/// <summary>What keeps a form from being confirmed: every reason, in the order of the form.</summary>
public static class ApplicationCheck
{
    /// <summary>字数在1500字以内.</summary>
    public const int MostCharacters = 1500;

    public static IReadOnlyList<Refusal> Of(ApplicationForm form, RuleSet rules)
    {
        var refusals = new List<Refusal>();
        var length = CharacterCount.Of(form.Situation);
        if (length == 0) refusals.Add(Refusal.Of(RefusalReason.TextMissing, "“基本情况和创建目标任务”未填写", "The description is empty."));
        if (length > MostCharacters)
            refusals.Add(Refusal.Of(RefusalReason.TextTooLong,
                $"“基本情况和创建目标任务”共{length}字，超出{MostCharacters}字{length - MostCharacters}字（{CharacterCount.RuleZh}）",
                $"The description has {length} characters, {length - MostCharacters} more than the {MostCharacters} allowed."));
        if (form.Leader is not { Name.Length: > 0, Telephone.Length: > 0 } || form.CityContact is not { Name.Length: > 0, Telephone.Length: > 0 })
            refusals.Add(Refusal.Of(RefusalReason.ContactMissing, "分管局领导、工作联系人的姓名和联系方式应填写完整", "State name and telephone of the leader in charge and of the contact."));
        if (form.Targets.Count == 0)
            refusals.Add(Refusal.Of(RefusalReason.TargetsMissing, "创建目标任务须包括量化指标，目前一项也没有", "At least one quantified target is needed."));
        refusals.AddRange(form.Targets.Select((target, i) => Target(target, i + 1, form, rules)).OfType<Refusal>());
        return refusals;
    }

    /// <summary>A target is quantified when anyone can later say whether it was reached.</summary>
    static Refusal? Target(ApplicationTarget target, int number, ApplicationForm form, RuleSet rules)
    {
        var known = rules.Items.Select(item => item.Indicator).Distinct().ToList();
        var (zh, en) =
            target.Indicator is not { Length: > 0 } code ? ("没有对应的指标，无法衡量；请从指标目录中选定一项", "it names no indicator to measure it by")
            : !known.Contains(code) ? ($"指标“{code}”不在指标目录中", $"there is no indicator '{code}'{Warehouse.Definitions.NearestName.Hint(code, known)}")
            : target.Target is not { } goal ? ("没有目标值，请填写数字", "it states no number to reach")
            : target.Baseline is not { } baseline ? ("没有基期值，无法看出改善多少", "it states no baseline")
            : target.Better is not (Direction.Higher or Direction.Lower) ? ("没有说明数值越高越好还是越低越好", "it does not say whether higher or lower is better")
            : target.Better == Direction.Higher && goal < baseline || target.Better == Direction.Lower && goal > baseline
                ? ($"目标值{Number(goal)}劣于基期值{Number(baseline)}", $"its target {Number(goal)} is worse than its baseline {Number(baseline)}")
            : target.DueOn is not { } due ? ("没有完成时限", "it states no due date")
            : due <= form.FilledOn ? ($"完成时限{due:yyyy年M月d日}不晚于填表日期", $"its due date {due:yyyy-MM-dd} is not after the form's date")
            : (null, null);
        return zh is null ? null : Refusal.Of(RefusalReason.TargetNotQuantified, $"第{number}项目标“{target.Text}”未量化：{zh}", $"Target {number} is not quantified: {en}.");
    }

    static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
