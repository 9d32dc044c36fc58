using System.Globalization;
using DemoCityAnalytics.Api.Charts.Kinds;
using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Reports;

/// <summary>
/// The quarterly analysis of supply and demand (市场供求分析) with its standard tables 1 to 8. A table for which the release has no figures
/// is printed with the reason, so that nobody takes its absence for an oversight.
/// </summary>
sealed partial class MarketReport(ReleaseSnapshot release, Area city, Period quarter, RequestLanguage language)
{
    const string Ratio = "E07", ByOccupation = "E08", Scarce = "E09";
    static readonly string[] Matching = ["E10", "E11", "E12", "E13", "E14"];
    readonly Texts texts = Texts.In(language);
    readonly Period before = Period.EndingIn(quarter.First - 1, Frequency.Quarter)!.Value;
    readonly Period year = quarter.YearBefore();

    /// <summary>Null when the release has no ratio of the quarter.</summary>
    public Report? Make()
    {
        if (Find(Ratio, quarter) is not { } now) return null;
        return new Report(
            texts["market.title", city.Name, FigureText.Of(quarter, language)], string.Create(CultureInfo.InvariantCulture, $"market-{city.Code}-{quarter}"), language, ReportWords.Mark(release.Manifest, language),
            ReportWords.Facts(release.Manifest, FigureText.Of(quarter, language), language), [Opening(now)],
            [
                new ReportSection(texts["market.overall"], [], [Overall()]) { Charts = [width => SmallMultiples.Of(Set(Ratio, "", Frequency.Quarter), width)] },
                new ReportSection(texts["market.industries"], [], [Demand(2, "industry_of_three"), Demand(3, "industry"), Demand(4, "unit_kind")]),
                new ReportSection(texts["market.occupations"], [], [Occupations(), Ranked(6, "", texts["market.scarce"]), Ranked(7, "surplus", texts["market.abundant"])])
                {
                    Charts = release.FindIndicator(ByOccupation) is null ? [] : [width => BarChart.OfGroups(Set(ByOccupation, "", Frequency.Quarter), city, quarter, "occupation", width)],
                },
                new ReportSection(texts["market.seekers"], [], [Seekers()]),
                new ReportSection(texts["market.matching"], [], [Others()]),
            ],
            [texts["market.note_in_force"], texts["market.note_change"], texts["market.note_source"]]);
    }

    FigureSet Set(string code, string variant, Frequency frequency) => new(release, release.FindIndicator(code)!, variant, frequency, [city], language);

    Observation? Find(string code, Period period, string variant = "", string breakdown = "", string member = "") => release.Find(new FigureId(code, variant, city.Code, period, breakdown, member));

    string Opening(Observation now)
    {
        if (now.Value is not { } ratio) return texts["market.opening_missing", city.Name, FigureText.Of(quarter, language), now.Note ?? ""];
        var said = texts["market.opening", city.Name, FigureText.Of(quarter, language), ReportWords.Whole(now.Numerator).Text, ReportWords.Whole(now.Denominator).Text, FigureText.Number(ratio, 2)];
        string Change(string key, Observation? then) => then?.Value is { } past
            ? texts[key, ratio == past ? texts["market.same"] : texts[ratio > past ? "market.up" : "market.down", FigureText.Number(Math.Abs(ratio - past), 2)]] : "";
        return said + Change("market.on_quarter", Find(Ratio, before)) + Change("market.on_year", Find(Ratio, year)) + language.Of("。", ".");
    }

    ReportTable Overall() => Table(1, texts["market.table1"], texts["market.persons"],
        [texts["market.period"], texts["market.demand"], texts["market.supply"], texts["market.ratio"]], [34, 22, 22, 22], [false, true, true, true],
        [
            .. new[] { (quarter, "market.this_quarter"), (before, "market.last_quarter"), (year, "market.last_year") }.Select(x => (IReadOnlyList<ReportCell>)
                [texts[x.Item2] + language.Of($"（{FigureText.Of(x.Item1, language)}）", $" ({FigureText.Of(x.Item1, language)})"), ReportWords.Whole(Find(Ratio, x.Item1)?.Numerator), ReportWords.Whole(Find(Ratio, x.Item1)?.Denominator), ReportWords.Number(Find(Ratio, x.Item1)?.Value, 2)]),
        ], []);

    ReportTable Occupations()
    {
        var indicator = release.FindIndicator(ByOccupation);
        var members = indicator?.Header.Members.GetValueOrDefault("occupation")?.Keys.Order(StringComparer.Ordinal).ToList() ?? [];
        return Table(5, texts["market.table5"], texts["market.persons"],
            [texts["market.occupation"], texts["market.demand"], texts["market.supply"], texts["market.ratio_shared"], texts["market.ratio_plain"], texts["market.change"]], [34, 13, 13, 14, 14, 12], [false, true, true, true, true, true],
            members.Select(member =>
            {
                var (shared, plain) = (Find(ByOccupation, quarter, "", "occupation", member), Find(ByOccupation, quarter, "plain", "occupation", member));
                return (IReadOnlyList<ReportCell>)
                [
                    indicator!.Header.Member("occupation", member, language), ReportWords.Whole(shared?.Numerator), ReportWords.Whole(shared?.Denominator),
                    ReportWords.Number(shared?.Value, 2), ReportWords.Number(plain?.Value, 2), ReportWords.Change(shared, Find(ByOccupation, before, "", "occupation", member), "", 2, language),
                ];
            }).ToList(), [texts["market.note_shared"]]);
    }

    ReportTable Ranked(int number, string variant, string caption) => Table(number, caption, texts["market.persons_only"],
        [texts["column.no"], texts["market.minor"], texts["market.demand"], texts["market.supply"], texts["market.gap"]], [10, 36, 18, 18, 18], [true, false, true, true, true],
        release.Observations(Scarce, city.Code).Where(x => x.Id.Period == quarter && x.Id.Variant == variant && x.Id.Breakdown.Length > 0 && x.Value is not null)
            .OrderByDescending(x => x.Value).ThenBy(x => x.Id.Member, StringComparer.Ordinal)
            .Select((x, i) => (IReadOnlyList<ReportCell>)
            [
                new ReportCell((i + 1).ToString(CultureInfo.InvariantCulture), i + 1), release.FindIndicator(Scarce)!.Header.Member(x.Id.Breakdown, x.Id.Member, language), ReportWords.Whole(x.Numerator), ReportWords.Whole(x.Denominator), ReportWords.Number(x.Value, 0),
            ]).ToList(), [texts["market.note_minor"]]);

    ReportTable Others() => Table(0, texts["market.matching_caption"], texts["report.units_in_rows"],
        [texts["column.indicator"], texts["market.this_quarter"], texts["market.last_quarter"], texts["market.last_year"]], [40, 20, 20, 20], [false, true, true, true],
        Matching.Select(release.FindIndicator).OfType<ReleasedIndicator>().Select(indicator =>
        {
            var (unit, decimals) = ObservationView.Shape(indicator.Header, "");
            return (IReadOnlyList<ReportCell>)[language.Of(indicator.Header.Name), .. new[] { quarter, before, year }.Select(period => ReportWords.Cell(Find(indicator.Code, period)?.Value, unit, decimals, language))];
        }).ToList(), []);

    ReportTable Table(int number, string caption, string unit, IReadOnlyList<string> head, IReadOnlyList<int> shares, IReadOnlyList<bool> numbers, IReadOnlyList<IReadOnlyList<ReportCell>> rows, IReadOnlyList<string> notes) =>
        new(number == 0 ? caption : texts["market.table", number, caption], unit, head, shares, numbers,
            rows.Count > 0 ? rows : [[texts["market.nothing"], .. head.Skip(1).Select(_ => ReportWords.None)]], notes);
}
