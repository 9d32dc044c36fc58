using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Evaluation.Figures;

/// <summary>One item of one city as it stood at the freeze: all that its score follows from.</summary>
public sealed record FrozenFigure
{
    public required int City { get; init; }
    public required string Item { get; init; }

    /// <summary>Null when the release has no such figure.</summary>
    public string? Figure { get; init; }

    public decimal? Value { get; init; }
    public string? Note { get; init; }
    public string Unit { get; init; } = "";
    public int Decimals { get; init; }
    public decimal? Target { get; init; }
    public decimal? Before { get; init; }
    public decimal? SameType { get; init; }
    public int Months { get; init; } = 12;

    public ScoreInput Input(RuleSetItem item) => new()
    {
        Points = item.Points,
        Value = Value,
        Note = Note,
        Target = Target,
        Before = Before,
        SameType = SameType,
        Better = item.Better,
        BandFrom = item.BandFrom,
        BandTo = item.BandTo,
        Months = Months,
        Unit = Unit,
        Decimals = Decimals,
    };
}

/// <summary>A figure that reads otherwise in a later release than at the freeze; it is shown beside, never mixed in.</summary>
public sealed record FigureRevision(int City, string Item, string Figure, decimal? Frozen, decimal? Now, string Release);

/// <summary>What a round is judged by: the figures of one release for one month, taken once and never changed.</summary>
public sealed record FrozenFigures
{
    public required string Release { get; init; }
    public required string Definitions { get; init; }
    /// <summary>SHA-256 of the definitions as the round keeps them; null in rounds that were frozen before they were kept.</summary>
    public string? DefinitionTexts { get; init; }

    public required bool Synthetic { get; init; }

    /// <summary>The month that is judged: 2024-12.</summary>
    public required string Month { get; init; }

    public required IReadOnlyList<FrozenFigure> Figures { get; init; }

    public static FrozenFigures Take(IFigures figures, RuleSet rules, IEnumerable<int> cities, Month month)
    {
        var sameType = new SameTypeCities(figures);
        return new FrozenFigures
        {
            Release = figures.Release,
            Definitions = figures.Definitions,
            DefinitionTexts = CanonicalJson.Sha256(figures.DefinitionTexts),
            Synthetic = figures.Synthetic,
            Month = month.ToString(),
            Figures = [.. cities.Order().SelectMany(city => rules.Items.Select(item => Of(figures, sameType, rules, item, city, month)))],
        };
    }

    /// <summary>Frozen figures that another release states otherwise.</summary>
    public IReadOnlyList<FigureRevision> Revisions(IFigures later) => [.. Figures
        .Where(frozen => frozen.Figure is not null)
        .Select(frozen => (Frozen: frozen, Now: later.Find(FigureId.Parse(frozen.Figure!))?.Value))
        .Where(x => x.Now != x.Frozen.Value)
        .Select(x => new FigureRevision(x.Frozen.City, x.Frozen.Item, x.Frozen.Figure!, x.Frozen.Value, x.Now, later.Release))];

    public FrozenFigure? Find(int city, string item) => Figures.FirstOrDefault(figure => figure.City == city && figure.Item == item);

    static FrozenFigure Of(IFigures figures, SameTypeCities sameType, RuleSet rules, RuleSetItem item, int city, Month month)
    {
        var read = figures.Latest(item.Indicator, item.Variant, city, item.Frequency, rules.ReadsAfter(item, month), month);
        // A year's figure that is read in the course of the next is held against the target of its own year.
        var plan = figures.Target(item.Indicator, city, (read?.Id.Period.Last ?? month).Year);
        var target = plan?.Target ?? item.Target;
        if (read is not { } actual)
            return new FrozenFigure { City = city, Item = item.Id, Target = target, Note = "发布版中没有该指标或该期数值" };
        return new FrozenFigure
        {
            City = city,
            Item = item.Id,
            Figure = actual.Id.ToString(),
            Value = actual.Value,
            Note = actual.Note,
            Unit = actual.Unit,
            Decimals = actual.Decimals,
            Target = target,
            Before = plan?.Baseline ?? figures.YearBefore(actual.Id)?.Value,
            SameType = sameType.Median(actual),
            Months = item.Comparison == Comparison.ProRata ? actual.Id.Period.Last.MonthOfYear : 12,
        };
    }
}
