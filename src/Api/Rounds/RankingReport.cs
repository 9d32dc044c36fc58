using System.Globalization;
using DemoCityAnalytics.Api.Answers;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Printing;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Reports;
using DemoCityAnalytics.Evaluation.Rounds;
using Microsoft.AspNetCore.Http;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>A province's ranking as a file: the page's table with what it rests on.</summary>
public sealed class RankingReports(RoundRegister register, ProvinceRankings rankings, ReportFiles files, PdfPrinter printer)
{
    static readonly string[] Columns = ["column.rank", "column.city", "column.code", "score.Province", "province.within", "province.grade", "province.sensitivity", "rounds.standing"];

    internal async Task<IResult> Answer(string round, int province, string form, Acting acting, HttpContext http)
    {
        if (!ReportFiles.Forms.Contains(form, StringComparer.Ordinal)) return ReportEndpoints.NotAForm(form, ReportFiles.Forms);
        if (form == "pdf" && printer.Program is null) return new Problem("no-printer", ProblemKinds.All["no-printer"].Fix.Zh, ProblemKinds.All["no-printer"].Fix.En);
        if (await register.Round(round) is not { } row) return Acting.UnknownRound(round);
        if (ProvinceRankings.Hidden(acting, province) is { } hidden) return hidden;
        var language = RequestLanguage.Of(http);
        var report = Of(row, await register.Frozen(row), await rankings.Of(row, province), language);
        return (await files.Write(report, form, http.RequestAborted)).Send();
    }

    static Report Of(Evaluation.State.RoundRow round, Evaluation.Figures.FrozenFigures? frozen, RankingView ranking, RequestLanguage language)
    {
        var (texts, rules) = (Texts.In(language), round.Rules());
        var table = new ReportTable(
            texts["province.caption", Evaluation.Scoring.ItemScore.Text(rules.FullPoints)], texts["province.unit"], [.. Columns.Select(column => texts[column])], [7, 15, 10, 9, 10, 25, 13, 11],
            [true, false, true, true, false, false, false, false], [.. ranking.Cities.Select(city => Row(city, texts))], [language.Of(ranking.Quota)]);
        return new Report(
            texts["province.title", ranking.Name], string.Create(CultureInfo.InvariantCulture, $"ranking-{round.Id}-{ranking.Province}"), language,
            frozen is { Synthetic: true } ? texts["synthetic.mark"] + language.Of("：", ": ") + texts["synthetic.explained"] : null,
            [
                (texts["rounds.round"], round.Name), (texts["scorecard.rules"], texts["scorecard.rules_version", language.Of(rules.Name), rules.Version]),
                (texts["scorecard.release"], frozen?.Release ?? FigureText.None), (texts["scorecard.checksum"], round.FrozenHash?[..16] ?? FigureText.None),
            ],
            [texts["province.headline", ranking.Name, ranking.Cities.Count, ranking.Places, ranking.Cities.Count(x => x.TiedAtLine)]],
            [new ReportSection(texts["province.title", ranking.Name], [], [table])],
            [texts["province.note_ties"], texts["province.note_sensitivity"], texts["province.note_grades"], language.Of(rules.Source)]);
    }

    static IReadOnlyList<ReportCell> Row(RankView city, Texts texts) =>
    [
        city.Vetoed ? ReportWords.None : new ReportCell(city.Rank.ToString(CultureInfo.InvariantCulture), city.Rank), city.Name, city.City.ToString(CultureInfo.InvariantCulture),
        new ReportCell(Evaluation.Scoring.ItemScore.Text(city.Total), city.Total, 2),
        texts[city.Within], city.Grade ?? FigureText.None,
        city.Vetoed ? FigureText.None : city.BestRank == city.WorstRank ? texts["province.stable", city.BestRank] : texts["province.range", city.BestRank, city.WorstRank],
        texts["standing." + city.Standing],
    ];
}
