using System.Globalization;
using System.Net;
using System.Text;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;

namespace DemoCityAnalytics.Evaluation.Archive;

/// <summary>The archive's page for people: the cities with their totals, then each city's items with reasons. No script, nothing fetched.</summary>
static class RoundPage
{
    public static string Html(string name, RuleSet rules, FrozenFigures frozen, IReadOnlyList<CityRow> cities, IReadOnlyList<ArchivedScore> scores)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>{{Text(name)}}</title>
            <style>body{font-family:"Noto Sans SC",sans-serif;margin:2rem auto;max-width:60rem;line-height:1.6}table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:.2rem .5rem;text-align:left}td.n{text-align:right}caption{text-align:right;font-size:.9em}</style>
            </head><body><h1>{{Text(name)}}</h1>
            <p>{{(frozen.Synthetic ? "<strong>合成数据</strong>　" : "")}}规则：{{Text(rules.Name.Zh)}}（{{rules.Id}} 第{{rules.Version}}版）。{{Text(rules.Source.Zh)}}。</p>
            <p>数据发布版 {{Text(frozen.Release)}}，评估月份 {{frozen.Month}}。</p>
            <table><caption>单位：分</caption><tr><th>代码</th><th>城市</th><th>状态</th><th>自评</th><th>省评</th><th>部评</th><th>缺数项</th></tr>

            """);
        var byCity = scores.ToLookup(score => score.City);
        foreach (var city in cities)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{city.CityCode}</td><td><a href=\"#c{city.CityCode}\">{Text(city.CityName)}</a></td><td>{Procedure.Name(city.Standing)}</td>{string.Concat(Enum.GetValues<ScoreColumn>().Select(column => $"<td class=\"n\">{Total(byCity[city.CityCode], column)}</td>"))}<td class=\"n\">{byCity[city.CityCode].Count(x => x.Column == ScoreColumn.Self && x.Status == nameof(ScoreStatus.Missing))}</td></tr>\n");
        page.Append("</table>\n");
        foreach (var city in cities.Where(city => byCity.Contains(city.CityCode)))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2 id=\"c{city.CityCode}\">{Text(city.CityName)}</h2>\n<table><tr><th>条目</th><th>自评</th><th>省评</th><th>部评</th><th>依据（最近一级）</th></tr>\n");
            foreach (var item in byCity[city.CityCode].GroupBy(x => x.Item))
            {
                var columns = item.ToDictionary(x => x.Column);
                var reason = columns.Values.OrderByDescending(x => x.Column).FirstOrDefault(x => x.Points is not null) ?? columns[ScoreColumn.Self];
                page.Append(CultureInfo.InvariantCulture, $"<tr><td>{item.Key}</td>{string.Concat(Enum.GetValues<ScoreColumn>().Select(column => $"<td class=\"n\">{Points(columns[column].Points)}</td>"))}<td>{Text(reason.Reason)}</td></tr>\n");
            }
            page.Append("</table>\n");
        }
        return page.Append("</body></html>\n").ToString();
    }

    static string Total(IEnumerable<ArchivedScore> scores, ScoreColumn column) =>
        scores.Where(score => score.Column == column && score.Points is not null).Select(score => score.Points).ToList() is { Count: > 0 } points ? Points(points.Sum()) : "—";

    static string Points(decimal? points) => points is { } number ? ItemScore.Text(number) : "—";

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
