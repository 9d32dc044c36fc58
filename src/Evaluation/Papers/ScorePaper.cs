using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;

namespace DemoCityAnalytics.Evaluation.Papers;

/// <summary>A city's score sheet: self, province and ministry side by side, each item with its reason and its papers.</summary>
public static class ScorePaper
{
    /// <param name="city">Its name.</param>
    /// <param name="round">Name of the round.</param>
    /// <param name="release">Release whose figures were frozen.</param>
    /// <param name="synthetic">Prints the mark.</param>
    /// <param name="rules">The round's rule set.</param>
    /// <param name="automatic">What the rules alone give.</param>
    /// <param name="columns">Scores of the same city by level; a column that is left out prints as not scored yet.</param>
    /// <param name="names">Names of the items by their ids; an item without one is named by its id.</param>
    /// <param name="papers">Number of papers by item.</param>
    public static OfficialDocument Of(
        string city, string round, string release, bool synthetic, RuleSet rules, CityScore automatic, IReadOnlyDictionary<ScoreColumn, CityScore> columns,
        IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, int> papers)
    {
        var paper = new OfficialDocument($"{city}评估得分表");
        paper.Title($"{city}公共就业创业服务示范城市创建评估得分表");
        if (synthetic) paper.Text("本表数据为合成数据，仅用于演示。");
        paper.Text($"评估轮次：{round}。数据发布版：{release}。规则：{rules.Name.Zh}（{rules.Id} 第{rules.Version}版）。{rules.Source.Zh}。");
        paper.Text($"总分{ItemScore.Text(rules.FullPoints)}分：{string.Join("，", Enum.GetValues<ScoreColumn>().Select(column => $"{Name(column)}{Total(columns, column)}"))}。");
        paper.Unit("单位：分");
        paper.Table([6, 22, 7, 7, 7, 7, 7, 29, 8], ["序号", "条目", "分值", "规则", "自评", "省评", "部评", "评分标准及依据", "佐证材料"], Rows(rules, automatic, columns, names, papers));
        paper.Note("注：“—”为未评或缺数；缺数项不得分，单列不作未达标处理。依据取最近一级已评意见。");
        return paper;
    }

    static IEnumerable<IReadOnlyList<string>> Rows(
        RuleSet rules, CityScore automatic, IReadOnlyDictionary<ScoreColumn, CityScore> columns, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, int> papers)
    {
        var number = 0;
        foreach (var standard in rules.Standards)
        {
            yield return [$"{"一二三四五"[standard.Number - 1]}、{standard.Name.Zh}　{string.Join("　", Enum.GetValues<ScoreColumn>().Where(columns.ContainsKey).Select(column => $"{Name(column)}小计{ItemScore.Text(columns[column].OfStandard(standard.Number))}"))}"];
            foreach (var item in automatic.Items.Where(item => item.Standard == standard.Number))
            {
                var scored = columns.ToDictionary(column => column.Key, column => column.Value.Items.Single(x => x.Item == item.Item));
                var reason = scored.OrderByDescending(x => x.Key).Select(x => x.Value).FirstOrDefault(x => x.Score.Points is not null) ?? item;
                yield return [$"{++number}", names.TryGetValue(item.Item, out var name) ? $"{name}（{item.Item}）" : item.Item, ItemScore.Text(item.FullPoints), Points(item.Score.Points), .. Enum.GetValues<ScoreColumn>().Select(column => Points(scored.GetValueOrDefault(column)?.Score.Points)),
                    reason.Score.Reason.Zh, papers.TryGetValue(item.Item, out var count) ? $"{count}份" : "—"];
            }
        }
    }

    static string Total(IReadOnlyDictionary<ScoreColumn, CityScore> columns, ScoreColumn column) => columns.TryGetValue(column, out var score) ? $"{ItemScore.Text(score.Total)}分" : "未评";

    static string Points(decimal? points) => points is { } number ? ItemScore.Text(number) : "—";

    static string Name(ScoreColumn column) => column switch { ScoreColumn.Self => "自评", ScoreColumn.Province => "省评", _ => "部评" };
}
