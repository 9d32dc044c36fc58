using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.People;
using DemoCityAnalytics.Evaluation.Programme;
using DemoCityAnalytics.Evaluation.Reviews;
using DemoCityAnalytics.Evaluation.Rounds;
using DemoCityAnalytics.Evaluation.RuleSets;
using DemoCityAnalytics.Evaluation.Scoring;
using DemoCityAnalytics.Evaluation.State;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Api.Rounds;

/// <summary>What one level entered for an item, and the points that follow.</summary>
/// <param name="Row">The entry; null when the points follow from the rule alone. Drafts of other levels are left out.</param>
public sealed record CardEntry(ItemScore? Score, ScoreRow? Row);

/// <summary>One item of a city in a round: figure or evidence, four columns, papers.</summary>
public sealed record CardItem
{
    public required string Item { get; init; }
    public required BilingualText Name { get; init; }
    public required string Clause { get; init; }
    public required int Standard { get; init; }
    public required decimal FullPoints { get; init; }

    /// <summary>Null for items that experts judge by papers.</summary>
    public required RuleSetItem? Rule { get; init; }

    public required EvidenceItem? Evidence { get; init; }
    public required FrozenFigure? Figure { get; init; }
    public required ItemScore Automatic { get; init; }
    public required IReadOnlyDictionary<ScoreColumn, CardEntry> Columns { get; init; }
    public required IReadOnlyList<EvidenceRow> Papers { get; init; }

    /// <summary>Kinds of papers that a score still waits for.</summary>
    public required IReadOnlyList<string> MissingPapers { get; init; }

    /// <summary>What a later release says instead; null when nothing changed.</summary>
    public required FigureRevision? Revision { get; init; }

    /// <summary>The expert enters a count and the points follow by rule.</summary>
    public bool ByCount => Evidence?.Score is not null;
}

/// <summary>A city's score sheet in a round.</summary>
public sealed record RoundCard(RoundRow Round, CityRow City, FrozenFigures? Frozen, RoundScores? Scores, IReadOnlyList<CardItem> Items, decimal? CompletenessPercent)
{
    public RuleSet Rules => Round.Rules();

    /// <summary>Whether the level has submitted anything; before that its column repeats the rules and says nothing.</summary>
    public bool Scored(ScoreColumn column) => Items.Any(item => item.Columns[column].Row is { Draft: false });

    public decimal? Total(ScoreColumn column) => Scored(column) ? Scores?.Columns.GetValueOrDefault(column)?.Total : null;

    /// <summary>Evidence items that a column has not scored yet.</summary>
    public int Open(ScoreColumn column) => Scores?.Columns.GetValueOrDefault(column)?.Count(ScoreStatus.Expert) ?? 0;
}

/// <summary>Puts a city's score sheet together from the state and the current release.</summary>
public sealed class RoundCards(RoundRegister register, EvidenceFile evidence, FreezeDesk freeze, RoundFigures figures)
{
    /// <param name="round">The round.</param>
    /// <param name="city">A city that the caller may see.</param>
    /// <param name="own">The caller's column, whose drafts are shown.</param>
    public async Task<RoundCard> Of(RoundRow round, CityRow city, ScoreColumn? own)
    {
        var (rules, frozen) = (round.Rules(), await register.Frozen(round));
        var scores = await register.Scores(round.Id, city.CityCode);
        var entries = (await register.Entries(round.Id, city.CityCode)).ToLookup(row => row.Item, StringComparer.Ordinal);
        var papers = (await register.Evidence(round.Id, city.CityCode)).ToLookup(row => row.Item, StringComparer.Ordinal);
        var revisions = frozen is not null && figures.Current is { } release && release.Manifest.Name != frozen.Release
            ? (await freeze.Revisions(round.Id, RoundFigures.Of(release))).Where(x => x.City == city.CityCode).ToDictionary(x => x.Item, StringComparer.Ordinal)
            : [];
        CardItem Item(string id, BilingualText name, string clause, int standard, decimal points, RuleSetItem? rule, EvidenceItem? item) => new()
        {
            Item = id,
            Name = name,
            Clause = clause,
            Standard = standard,
            FullPoints = points,
            Rule = rule,
            Evidence = item,
            Figure = frozen?.Find(city.CityCode, id),
            Automatic = scores?.Automatic.Items.FirstOrDefault(x => x.Item == id)?.Score ?? NotFrozen,
            Columns = Enum.GetValues<ScoreColumn>().ToDictionary(column => column, column => new CardEntry(
                scores?.Columns.GetValueOrDefault(column)?.Items.FirstOrDefault(x => x.Item == id)?.Score,
                entries[id].FirstOrDefault(row => row.ScoreColumn == column && (!row.Draft || column == own)))),
            Papers = [.. papers[id]],
            MissingPapers = EvidenceFile.Missing(rules, id, [.. papers[id]], register.Today),
            Revision = revisions.GetValueOrDefault(id),
        };
        var items = rules.Standards.SelectMany(standard =>
            standard.Items.Where(item => item.Score is not null).Select(item => Item(item.Id, Name(item), item.Clause, standard.Number, item.Points, item, null))
                .Concat(standard.Evidence.Select(item => Item(item.Id, item.Name, item.Clause, standard.Number, item.Points, null, item)))).ToList();
        return new RoundCard(round, city, frozen, scores, items, await evidence.CompletenessPercent(round.Id, city.CityCode));
    }

    /// <summary>The name that the release gives the figure; its code where it has none.</summary>
    public BilingualText Name(RuleSetItem item)
    {
        if (figures.Current?.FindIndicator(item.Indicator)?.Header is not { } header) return new() { Zh = item.Indicator, En = item.Indicator };
        var view = header.Variants.FirstOrDefault(x => x.Id == item.Variant);
        return view is null ? header.Name : new() { Zh = $"{header.Name.Zh}（{view.Name.Zh}）", En = $"{header.Name.En} ({view.Name.En})" };
    }

    /// <summary>How a city would stand on the current release, before any freeze: for guidance only.</summary>
    public FrozenFigures? Trial(RoundRow round, int city) => figures.Current is { } release && release.LatestMonth(city) is { } month
        ? FrozenFigures.Take(RoundFigures.Of(release), round.Rules(), [city], month)
        : null;

    static readonly ItemScore NotFrozen = new(null, ScoreStatus.Missing, new() { Zh = "评估数据尚未冻结", En = "The figures are not frozen yet" });
}
