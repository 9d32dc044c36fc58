using System.Globalization;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;

namespace DemoCityAnalytics.Evaluation.Papers;

/// <summary>A province's recommendation (推荐函): who is recommended, by which rank, under which quota line.</summary>
public static class RecommendationPaper
{
    /// <param name="province">Its name.</param>
    /// <param name="day">Date of the paper.</param>
    /// <param name="rules">The round's rule set.</param>
    /// <param name="ranking">The province's cities in the order of their ranks.</param>
    /// <param name="names">Cities' names by code.</param>
    /// <param name="recommended">Who is recommended.</param>
    /// <param name="places">Places assigned to the province.</param>
    /// <param name="synthetic">Prints the mark.</param>
    public static OfficialDocument Of(string province, DateOnly day, RuleSet rules, IReadOnlyList<RankedCity> ranking, IReadOnlyDictionary<int, string> names,
        IReadOnlyCollection<int> recommended, int places, bool synthetic)
    {
        var paper = new OfficialDocument($"{province}推荐函");
        paper.Title("关于推荐公共就业创业服务示范城市的函");
        paper.Line("人力资源社会保障部：");
        if (synthetic) paper.Text("（本函数据为合成数据，仅用于演示。）");
        paper.Text($"根据《人力资源社会保障部关于开展公共就业创业服务示范城市创建活动的通知》（人社部函〔2022〕133号），我省对{ranking.Count}个申报城市进行了初审。对照{rules.Name.Zh}，按得分排序，在分配名额{places}个以内择优推荐{recommended.Count}个城市：{string.Join("、", ranking.Where(city => recommended.Contains(city.City)).Select(city => names[city.City]))}。推荐名单已按规定公示。");
        paper.Heading("初审得分及排序");
        paper.Unit("单位：分");
        paper.Table([8, 34, 12, 10, 16, 20], ["序号", "城市", "得分", "位次", "权重变动后位次", "结果"], ranking.Select((city, i) => (IReadOnlyList<string>)
        [
            $"{i + 1}", names[city.City], ItemScore.Text(city.Total), city.Vetoed ? "—" : $"{city.Rank}",
            city.Vetoed ? "—" : city.BestRank == city.WorstRank ? $"{city.BestRank}" : $"{city.BestRank}—{city.WorstRank}",
            recommended.Contains(city.City) ? "推荐" : city.Vetoed ? "一票否决" : city.TiedAtLine ? "名额线上同分" : "未推荐",
        ]));
        paper.Note($"注：名额线在第{places}位；“权重变动后位次”为任一标准权重增减五分之一时的最好与最差位次，跨越名额线的请结合实地情况研究。");
        paper.Text("");
        paper.Signature($"{province}人力资源和社会保障厅（局）");
        paper.Signature($"{string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日")}");
        return paper;
    }
}
