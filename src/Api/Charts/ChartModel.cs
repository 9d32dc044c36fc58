using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Areas;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Figures;

namespace DemoCityAnalytics.Api.Charts;

/// <summary>Which series to draw.</summary>
public sealed record ChartRequest(
    ReleasedIndicator Indicator, IReadOnlyList<Area> Areas, Frequency Frequency, string Variant, Period? From, Period? To, int Width, int Height)
{
    /// <summary>A dimension: its members in the one area are the lines.</summary>
    public string? By { get; init; }

    public string Key => $"{Indicator.Code}|{string.Join(',', Areas.Select(a => a.Code))}|{Frequency}|{Variant}|{By}|{From}|{To}|{Width}x{Height}";
}

/// <summary>One point; without a value it is a gap, and <see cref="Joined"/> says whether the line may come here from the point before.</summary>
public sealed record ChartPoint(Period Period, decimal? Value, decimal? Low, decimal? High, bool Joined);

/// <summary>One line of a chart.</summary>
public sealed record ChartLine(string Name, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>What a model expects; it must never be taken for figures.</summary>
    public bool Expected { get; init; }

    /// <summary>Stretches that may be drawn without a break: no missing value, no change of basis inside.</summary>
    public IEnumerable<IReadOnlyList<ChartPoint>> Stretches()
    {
        var stretch = new List<ChartPoint>();
        foreach (var point in Points)
        {
            if ((point.Value is null || !point.Joined) && stretch.Count > 0)
            {
                yield return stretch;
                stretch = [];
            }
            if (point.Value is not null) stretch.Add(point);
        }
        if (stretch.Count > 0) yield return stretch;
    }
}

/// <summary>What a chart says, before it is drawn: the same for the picture file and the drawing inside a page.</summary>
public sealed record ChartModel
{
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Unit { get; init; }

    /// <summary>The unit as it follows the title.</summary>
    public required string UnitText { get; init; }

    public required int Decimals { get; init; }
    public required string Source { get; init; }

    /// <summary>合成数据, or null for real data.</summary>
    public required string? Mark { get; init; }

    public required IReadOnlyList<Period> Periods { get; init; }
    public required IReadOnlyList<ChartLine> Lines { get; init; }

    /// <summary>The path that the year's target asks for (序时进度), when one city's cumulative figure is drawn and has a target.</summary>
    public required ChartLine? Target { get; init; }

    public static ChartModel Of(ReleaseSnapshot release, ChartRequest request, RequestLanguage language)
    {
        var header = request.Indicator.Header;
        var texts = Texts.In(language);
        var (unit, decimals) = ObservationView.Shape(header, request.Variant);
        var series = SeriesOf(release, request, language).Select(x => (x.Name, Points: x.Points
            .Where(x => (request.From is not { } from || x.Id.Period.First >= from.First) && (request.To is not { } to || x.Id.Period.Last <= to.Last)).ToList())).ToList();
        // Periods after the last value are not gaps in a series; they are still to come.
        var latest = series.SelectMany(x => x.Points).Where(p => p.Value is not null).Select(p => (Month?)p.Id.Period.Last).Max();
        var periods = series.SelectMany(x => x.Points.Select(p => p.Id.Period)).Where(p => p.Last <= latest).Distinct().Order().ToList();
        var lines = series.Select(x => new ChartLine(x.Name, Points(periods, x.Points))).ToList();
        var name = header.Name(request.Variant, language);
        return new ChartModel
        {
            Title = request.Areas.Count == 1 ? language.Of($"{request.Areas[0].Name}{name}", $"{name}, {request.Areas[0].Name}") : name,
            Description = Describe(lines, periods, unit, decimals, language),
            Unit = unit,
            UnitText = language.Of($"（{texts["unit.label", unit]}）", $" ({texts["unit.label", FigureText.Unit(unit, language)]}) "),
            Decimals = decimals,
            Source = texts["chart.source", release.Manifest.Name, FigureText.Of(release.Manifest.PublishedAt, language)],
            Mark = release.Manifest.Synthetic ? texts["synthetic.mark"] : null,
            Periods = periods,
            Lines = lines,
            Target = request.Areas.Count == 1 && request.By is null && request.Frequency == Frequency.YearToDate && request.Variant.Length == 0
                ? TargetPath(release, request, periods, texts["chart.target_path"]) : null,
        };
    }

    static IEnumerable<(string Name, IEnumerable<Observation> Points)> SeriesOf(ReleaseSnapshot release, ChartRequest request, RequestLanguage language) => request.By is { } by
        ? release.Observations(request.Indicator.Code, request.Areas[0].Code)
            .Where(x => x.Id.Variant == request.Variant && x.Id.Breakdown == by && x.Id.Period.Frequency == request.Frequency)
            .GroupBy(x => x.Id.Member, StringComparer.Ordinal).OrderBy(x => x.Key.Length).ThenBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => (request.Indicator.Header.Member(by, x.Key, language), x.AsEnumerable()))
        : request.Areas.Select(area => (area.Name, release.Series(request.Indicator.Code, area.Code, request.Frequency, request.Variant).AsEnumerable()));

    static List<ChartPoint> Points(List<Period> periods, List<Observation> found)
    {
        var byPeriod = found.ToDictionary(x => x.Id.Period);
        var points = new List<ChartPoint>();
        foreach (var period in periods)
        {
            var at = byPeriod.GetValueOrDefault(period);
            // A cumulative figure starts anew each January; a break in the series starts on a new basis. Neither is joined to what was before.
            var joined = at is not { Status: ObservationStatus.Break } && !(period.Frequency == Frequency.YearToDate && period.Last.MonthOfYear == 1);
            points.Add(new ChartPoint(period, at?.Value, at?.Low, at?.High, joined));
        }
        return points;
    }

    static ChartLine? TargetPath(ReleaseSnapshot release, ChartRequest request, List<Period> periods, string name)
    {
        var targets = release.Targets.Where(t => t.Indicator == request.Indicator.Code && t.AreaCode == request.Areas[0].Code).ToDictionary(t => t.Year, t => t.Target);
        if (targets.Count == 0) return null;
        return new ChartLine(name, periods.Select(period => new ChartPoint(
            period, targets.TryGetValue(period.Last.Year, out var target) ? HalfUp.Round(target * period.Last.MonthOfYear / 12m, request.Indicator.Header.Decimals) : null,
            null, null, period.Last.MonthOfYear != 1)).ToList());
    }

    static string Describe(List<ChartLine> lines, List<Period> periods, string unit, int decimals, RequestLanguage language)
    {
        if (periods.Count == 0) return language.Of("没有数值。", "No values.");
        var span = language.Of($"{FigureText.Of(periods[0], language)}至{FigureText.Of(periods[^1], language)}，共 {periods.Count} 期。", $"{FigureText.Of(periods[0], language)} to {FigureText.Of(periods[^1], language)}, {periods.Count} periods. ");
        return span + string.Join(language.Of("；", "; "), lines.Select(line =>
        {
            var values = line.Points.Where(p => p.Value is not null).ToList();
            if (values.Count == 0) return language.Of($"{line.Name}缺数", $"{line.Name}: no value");
            string Show(ChartPoint p) => FigureText.Of(p.Value, unit, decimals, language).Text;
            var (low, high) = (values.MinBy(p => p.Value)!, values.MaxBy(p => p.Value)!);
            var missing = line.Points.Count - values.Count;
            return language.Of(
                $"{line.Name}最近为{Show(values[^1])}，最低{Show(low)}（{FigureText.Of(low.Period, language)}），最高{Show(high)}（{FigureText.Of(high.Period, language)}）{(missing > 0 ? $"，缺数{missing}期" : "")}",
                $"{line.Name}: latest {Show(values[^1])}, lowest {Show(low)} ({FigureText.Of(low.Period, language)}), highest {Show(high)} ({FigureText.Of(high.Period, language)}){(missing > 0 ? $", {missing} missing" : "")}");
        })) + language.Of("。", ".");
    }
}
