using System.Globalization;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Metrics.Definitions;

namespace DemoCityAnalytics.Evaluation.Papers;

/// <summary>The application as the notice's annex prints it (全国公共就业创业服务示范城市创建申报表), with the quantified targets as a table.</summary>
public static class ApplicationPaper
{
    public static OfficialDocument Of(ApplicationForm form)
    {
        var paper = new OfficialDocument($"{form.City}创建申报表");
        paper.Line("附件");
        paper.Title("全国公共就业创业服务示范城市创建");
        paper.Title("申报表");
        paper.Line($"申报城市　{form.City}");
        paper.Line($"所在省份　{form.Province}");
        paper.Line($"填表日期　{Day(form.FilledOn)}");
        paper.Frame("申报材料",
        [
            [.. form.Situation.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                $"（全文{CharacterCount.Of(form.Situation)}字，量化指标{form.Targets.Count}项，见后表）"],
            ["申报城市人力资源社会保障局（盖章）", $"分管局领导及联系方式：{Contact(form.Leader)}", $"工作联系人姓名、职务及联系方式：{Contact(form.CityContact)}", Stamped(form.CityConfirmedOn)],
            ["省级人力资源社会保障厅（局）（盖章）", $"联系人姓名、职务及联系方式：{Contact(form.ProvinceContact)}", Stamped(form.ProvinceConfirmedOn)],
        ], [3200, 1800, 1500]);
        paper.PageBreak();
        paper.Heading("创建目标任务（量化指标）");
        paper.Unit("单位：见各行");
        paper.Table([8, 35, 11, 14, 14, 18], ["序号", "目标任务", "指标", "基期值", "目标值", "完成时限"], form.Targets.Select((target, i) => (IReadOnlyList<string>)
        [
            $"{i + 1}", target.Text, target.Indicator ?? "—", Number(target.Baseline, target.Unit),
            $"{(target.Better == Direction.Lower ? "≤" : "≥")}{Number(target.Target, target.Unit)}", target.DueOn is { } due ? $"{due:yyyy-MM-dd}" : "—",
        ]));
        paper.Note("注：≥为越高越好，≤为越低越好；指标代码及口径见指标目录。");
        return paper;
    }

    static string Contact(ContactLine? contact) => contact is null ? "" : string.Join("　", new[] { contact.Name, contact.Position, contact.Telephone }.Where(text => text.Length > 0));

    static string Stamped(DateOnly? day) => day is { } stamped ? Day(stamped) : "　　年　　月　　日";

    static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    static string Number(decimal? number, string unit) => number is { } value ? value.ToString("#,0.####", CultureInfo.InvariantCulture) + unit : "—";
}
