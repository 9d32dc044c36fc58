using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Charts;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Api.Releases;
using DemoCityAnalytics.Api.Rounds;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.Scorecards;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>What a level of the newest round said about an item.</summary>
public sealed record RowOpinion(ScoreColumn Column, string Points, string Reason);

/// <summary>What stands behind one row of a scorecard.</summary>
/// <param name="Formula">The formula with its numbers; the formula in words where the reader may not go down to the rows.</param>
/// <param name="Groups">Members of each breakdown in the row's period.</param>
/// <param name="History">Every value published for the figure, the oldest first.</param>
/// <param name="Round">The newest frozen round that the city takes part in; null where there is none that the reader sees.</param>
public sealed record RowDetail(
    ScorecardRow Row, string Formula, ChartModel? Chart, IReadOnlyList<(Area District, Observation Figure)> Districts, IReadOnlyList<IGrouping<string, Observation>> Groups,
    IReadOnlyList<Observation> History, RoundRow? Round, IReadOnlyList<RowOpinion> Opinions, bool MayDraw);

/// <summary>Gathers what stands behind rows, when a reader opens one.</summary>
public sealed class RowDetails(FigureEvidences evidences, RoundRegister register, Acting acting, AreaScope scope)
{
    const int Months = 24;

    public async Task<RowDetail> Of(Scorecard card, ScorecardRow row, ReleaseSnapshot release, RequestLanguage language, CancellationToken cancel)
    {
        var (round, opinions) = await Opinions(card.City.Code, row.Item.Id);
        var mayDraw = round is not null && acting.May(Act.DrawSample, card.City.Code) && Procedure.Allows(round.Stage, Act.DrawSample);
        if (row.Actual is not { Id: var figure })
            return new RowDetail(row, FormulaWords.Of(row.Indicator, language), Chart(card, row, release, language), [], [], [], round, opinions, mayDraw);
        var same = release.Observations(figure.Indicator, figure.AreaCode).Where(x => x.Id.Period == figure.Period && x.Id.Variant == figure.Variant && x.Id.Breakdown.Length > 0);
        return new RowDetail(
            row, await Formula(row, release, figure, language, cancel), Chart(card, row, release, language),
            [.. from area in release.Areas.Values where area.ParentCode == card.City.Code orderby area.Code
                let found = release.Find(figure with { AreaCode = area.Code }) where found is not null select (area, found)],
            [.. same.GroupBy(x => x.Id.Breakdown, StringComparer.Ordinal)], release.History(figure), round, opinions, mayDraw);
    }

    async Task<string> Formula(ScorecardRow row, ReleaseSnapshot release, FigureId figure, RequestLanguage language, CancellationToken cancel) =>
        scope.May("evidence/{id}") && await evidences.Explain(release, figure, cancel) is { FormulaWithNumbers: { Length: > 0 } numbers } ? numbers : FormulaWords.Of(row.Indicator, language);

    // Months show more than the period that is judged; what has none is drawn by its own periods.
    static ChartModel? Chart(Scorecard card, ScorecardRow row, ReleaseSnapshot release, RequestLanguage language)
    {
        var frequencies = row.Indicator.Header.Frequencies;
        var frequency = row.Item.Frequency == Frequency.YearToDate || !frequencies.Contains(Frequency.Month) ? row.Item.Frequency : Frequency.Month;
        var first = Period.EndingIn(card.Period.Last - (Months - 1), Frequency.Month)!.Value;
        var chart = ChartModel.Of(release, new ChartRequest(row.Indicator, [card.City], frequency, row.Item.Variant, frequency == Frequency.Year ? null : first, card.Period, 0, 0), language);
        if (chart.Periods.Count == 0) return null;
        // The path of a yearly target is drawn by the chart itself; any other target is one line.
        return chart.Target is not null || row.Target is not { } target || frequency == Frequency.YearToDate ? chart
            : chart with { Target = new ChartLine(Texts.In(language)["column.target"], [.. chart.Periods.Select(period => new ChartPoint(period, target, null, null, Joined: true))]) };
    }

    async Task<(RoundRow? Round, IReadOnlyList<RowOpinion> Opinions)> Opinions(int city, string item)
    {
        foreach (var round in (await register.Rounds()).Where(x => x.FrozenHash is not null))
        {
            if ((await acting.City(round.Id, city)).City is null) continue;
            var entries = (await register.Entries(round.Id, city)).Where(x => x.Item == item && !x.Draft);
            return (round, [.. entries.OrderBy(x => x.ScoreColumn).Select(x => new RowOpinion(x.ScoreColumn, x.Entered is { } points ? Evaluation.Scoring.ItemScore.Text(points) : FigureText.None, x.Reason))]);
        }
        return (null, []);
    }
}
