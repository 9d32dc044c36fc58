using System.Globalization;
using System.Numerics;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Api.Reports;

// Tables 2, 3, 4 and 8: one side of the market by groups, with shares and the change against the quarter before.
sealed partial class MarketReport
{
    const string DemandByEmployer = "R01", SeekersByKind = "R02";

    ReportTable Demand(int number, string dimension) => Grouped(number, DemandByEmployer, texts["market.demand"], texts["market.note_employers"], (indicator, total) =>
    [
        .. Members(indicator, dimension, total),
        .. Find(Ratio, quarter)?.Numerator is { } all ? [Row(texts["market.unmatched"], all - (total.Numerator ?? 0), null, null)] : Array.Empty<IReadOnlyList<ReportCell>>(),
        Row(texts["market.total"], Find(Ratio, quarter)?.Numerator ?? total.Numerator, null, null),
    ]);

    ReportTable Seekers() => Grouped(8, SeekersByKind, texts["market.supply"], texts["market.note_seekers"], (indicator, total) =>
        [.. indicator.Header.Dimensions.SelectMany(dimension => Members(indicator, dimension, total)), Row(texts["market.total"], total.Numerator, null, null)]);

    ReportTable Grouped(int number, string code, string side, string note, Func<ReleasedIndicator, Observation, IEnumerable<IReadOnlyList<ReportCell>>> rows)
    {
        var caption = texts["market.table" + number.ToString(CultureInfo.InvariantCulture)];
        IReadOnlyList<string> head = [texts["market.group"], side, texts["market.share"], texts["market.change"]];
        return release.FindIndicator(code) is { } indicator && Find(code, quarter) is { Value: not null } total
            ? Table(number, caption, texts["market.persons_share"], head, [46, 18, 18, 18], [false, true, true, true], [.. rows(indicator, total)], [note])
            : Table(number, caption, texts["market.persons_share"], head, [46, 18, 18, 18], [false, true, true, true],
                [[texts["market.no_figures"], ReportWords.None, ReportWords.None, ReportWords.None]], [texts["market.why_absent" + number.ToString(CultureInfo.InvariantCulture)]]);
    }

    // Groups that nobody is in are left out of a table of twenty; what is suppressed stays, without its number.
    IEnumerable<IReadOnlyList<ReportCell>> Members(ReleasedIndicator indicator, string dimension, Observation total) =>
        indicator.Header.Members[dimension].Keys.Select(member => (Member: member, Figure: Find(indicator.Code, quarter, "", dimension, member)))
            .Where(x => x.Figure is { } figure && (figure.Value is null or not 0))
            .Select(x => Row(
                indicator.Header.Member(dimension, x.Member, language), x.Figure!.Numerator,
                x.Figure.Numerator is { } part && total.Numerator is { } all ? HalfUp.Quotient(part, all, 100, 1) : null,
                (x.Figure, Find(indicator.Code, before, "", dimension, x.Member))));

    IReadOnlyList<ReportCell> Row(string name, BigInteger? persons, decimal? share, (Observation Now, Observation? Before)? change) =>
    [
        name, ReportWords.Whole(persons), share is { } part ? new ReportCell(FigureText.Number(part, 1) + "%", part, 1) : ReportWords.None,
        change is { } both ? ReportWords.Change(both.Now, both.Before, "", 0, language) : ReportWords.None,
    ];
}
