using System.Collections.Immutable;
using DemoCityAnalytics.Warehouse.Calendar;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>Which way is better.</summary>
public enum Direction { None, Higher, Lower, Band }

/// <summary>Where the definition comes from: an official paper, a local rule, research, or our own construction.</summary>
public enum DefinitionStatus { Official, OfficialLocal, Academic, Construct }

/// <summary>
/// How a part is taken over the months of a period: a flow is summed; a stock is carried as changes (+1 on entry, −1 on leaving) and
/// read at the period's start or end; a level is a stated value, read in the period's last month or, for a year's value, in its year.
/// </summary>
public enum OverTime { Flow, StockAtStart, StockAtEnd, LevelAtEnd, LevelOfYear }

/// <summary>The last step, from summed parts to a value.</summary>
public enum Formula
{
    /// <summary>The numerator itself.</summary>
    Count,

    /// <summary>scale × numerator ÷ denominator.</summary>
    Ratio,

    /// <summary>A ratio that is a share of independent answers, with its Wilson 95 % interval.</summary>
    Share,

    /// <summary>Weighted mean of scores with its 95 % interval.</summary>
    WeightedMean,

    /// <summary>求人倍率 of groups, with rows without a requirement shared out by the table's convention.</summary>
    GroupedRatio,

    /// <summary>Σ MIN(openings, seekers) over occupations against the sums of both sides.</summary>
    Overlap,

    /// <summary>1 − ½ Σ |D_i/D − S_i/S| over groups: how far the structures of two sides agree.</summary>
    StructuralMatch,

    /// <summary>1 − Σ √(D_i/D × S_i/S) over groups: the share of matches lost because the two sides lie in different groups.</summary>
    Mismatch,

    /// <summary>A median or percentile from a histogram: the dimension that it works over holds whole values, found in the rows.</summary>
    Quantile,

    /// <summary>The ten members with the largest gap between two sides; the total is the sum of the gaps listed.</summary>
    Ranked,

    /// <summary>Standard deviation of changes in per cent, one for each member: numerator now, denominator then.</summary>
    ChangeDeviation,

    /// <summary>1 when the numerator is at most the denominator ÷ divisor, rounded down; else 0.</summary>
    Within,

    /// <summary>A model's forecast as it was written, with its band and its label.</summary>
    Forecast,
}

/// <summary>Whether an area's parts are summed from the areas below it, or only what is stated for the area itself counts.</summary>
public enum AreaRule { RolledUp, Stated }

/// <summary>
/// A further view of an indicator, such as the seekers' view of E12; the definition's own view has the empty variant id.
/// What is left out here is as in the definition.
/// </summary>
public sealed record IndicatorVariant
{
    public required string Id { get; init; }
    public required BilingualText Name { get; init; }

    /// <summary>Convention that the formula follows in this variant, where it knows several.</summary>
    public string? Convention { get; init; }

    public Formula? Formula { get; init; }
    public string? Unit { get; init; }
    public int? Decimals { get; init; }
    public int? Scale { get; init; }
    public int? Divisor { get; init; }
    public IReadOnlyList<Frequency>? Frequencies { get; init; }
    public string? Numerator { get; init; }

    /// <summary>Empty for a count beside a ratio.</summary>
    public string? Denominator { get; init; }
    public IReadOnlyList<string>? Dimensions { get; init; }
}

/// <summary>What makes an indicator a model's output: shown with its label, never scored.</summary>
public sealed record ModelOutput
{
    /// <summary>The model that writes the rows, as <c>dca models</c> calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Months after the last one covered of which it speaks.</summary>
    public required int Ahead { get; init; }

    /// <summary>The indicator whose monthly series it goes on from, in the same unit.</summary>
    public string? Continues { get; init; }
}

/// <summary>The header of an indicator file. The SQL below it returns the parts; the engine does all the rest.</summary>
public sealed record IndicatorHeader
{
    /// <summary>File name: the catalogue's code, an underscore and the English name.</summary>
    public required string Id { get; init; }

    /// <summary>One more whenever a past value could change.</summary>
    public required int Version { get; init; }

    public required BilingualText Name { get; init; }
    public required BilingualText Definition { get; init; }

    /// <summary>The formula in words, as the official papers write it.</summary>
    public required string FormulaText { get; init; }

    /// <summary>Clauses of the notice that this figure is evidence for, S1.1 to S5.5; for a check of the process its paragraph, 六（一） to 六（五）; none for a model's output.</summary>
    public required IReadOnlyList<string> Clauses { get; init; }

    /// <summary>The catalogue's code: E05 of E05_registered_unemployment_rate.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Code => Id[..Id.IndexOf('_', StringComparison.Ordinal)];

    /// <summary>The standard that the first clause belongs to, 1 to 5; 0 for the checks of the process, 6 for outputs of models.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Standard => Model is not null ? 6 : Clauses[0][0] == 'S' ? Clauses[0][1] - '0' : 0;

    /// <summary>Null for an indicator that is computed from records.</summary>
    public ModelOutput? Model { get; init; }

    /// <summary>The paper's number and clause, or the reason for our construction.</summary>
    public required string Basis { get; init; }

    public required DefinitionStatus Status { get; init; }
    public required string Unit { get; init; }
    public required int Decimals { get; init; }
    public required Direction Better { get; init; }
    public required Formula Formula { get; init; }

    /// <summary>Convention of the definition's own view, where the formula knows several; left out: the formula's first.</summary>
    public string? Convention { get; init; }

    /// <summary>Factor of a ratio: 100 for per cent.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>What the figure is divided by beside its denominator, to bring its parts into its unit: 1,000,000 for fen into 10,000 yuan.</summary>
    public int Divisor { get; init; } = 1;

    /// <summary>Kinds of period; for report months the SQL returns the column <c>report_month</c> beside <c>month</c>.</summary>
    public required IReadOnlyList<Frequency> Frequencies { get; init; }

    /// <summary>The parts that the SQL returns, whole numbers, with how each is taken over time.</summary>
    public required IReadOnlyDictionary<string, OverTime> Parts { get; init; }

    /// <summary>Sum of parts above the line: names joined by + and −.</summary>
    public required string Numerator { get; init; }

    /// <summary>Sum of parts below the line. A count that has one is missing when it is zero: nothing was looked at.</summary>
    public string? Denominator { get; init; }

    /// <summary>Columns of the SQL by which the figure is also shown.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>A dimension that the formula works over (occupation for E08 and E12).</summary>
    public string? Over { get; init; }

    /// <summary>
    /// The members of each dimension, with their labels. They are stated, not found in the rows, so that an area's figures never depend on
    /// which members another area happens to have; rows outside them count in the total alone.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, BilingualText>> Members { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, BilingualText>>();

    /// <summary>Parts that a breakdown takes from the total: all staff, below the staff with a certificate of one kind.</summary>
    public IReadOnlyList<string> Totals { get; init; } = [];

    /// <summary>Parts that a breakdown takes from another part, where one row counts under several members but once in the total.</summary>
    public IReadOnlyDictionary<string, string> InBreakdowns { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Parts that count persons (or add something up over them), each with the name of the set of persons that it counts. Parts of several
    /// indicators that count the same persons bear the same name: a cell that is about too few of them is held back of all these.
    /// </summary>
    public IReadOnlyDictionary<string, string> Persons { get; init; } = new Dictionary<string, string>();

    /// <summary>Parts that no city may lack: one without any has sent no register, and is missing.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    public AreaRule Areas { get; init; }

    /// <summary>Levels of area that have this figure (nation, province, city, district); all when left out.</summary>
    public IReadOnlyList<string> AreaLevels { get; init; } = [];

    /// <summary>Note of a figure that is missing because nothing is below the line, when there is more to say than that.</summary>
    public string? EmptyNote { get; init; }

    /// <summary>
    /// Indicators whose figures the SQL reads as <c>figure.stated</c>; <c>all</c> for every one that depends on none. They are computed first.
    /// </summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public IReadOnlyList<IndicatorVariant> Variants { get; init; } = [];

    /// <summary>Basis of a series that must not be joined with another basis, such as the registered rate from 2021.</summary>
    public BilingualText? SeriesBasis { get; init; }

    /// <summary>Where the series changes its basis.</summary>
    public IReadOnlyList<SeriesBreak> SeriesBreaks { get; init; } = [];

    /// <summary>What a reader must know before using the figure.</summary>
    public BilingualText? Caveats { get; init; }
}

/// <summary>One indicator: header, SQL and the hash of the whole file.</summary>
/// <param name="Sources">Sources whose coverage decides whether a period is answered or missing, from the marts that the SQL reads.</param>
public sealed record IndicatorDefinition(IndicatorHeader Header, string Path, string Sql, string Hash, IReadOnlyList<string> Marts, IReadOnlyList<string> Sources)
{
    /// <summary>The catalogue's code: E05 of E05_registered_unemployment_rate.</summary>
    public string Code => Header.Code;

    /// <summary>Names of the parts, in the order in which sums of them are kept.</summary>
    public ImmutableArray<string> PartNames { get; } = [.. Header.Parts.Keys];

    /// <summary>How each part is taken over time, in the same order.</summary>
    public IReadOnlyList<OverTime> PartKinds { get; } = [.. Header.Parts.Values];

    /// <summary>Place of a part among <see cref="PartNames"/>.</summary>
    public int PartIndex(string part) => PartNames.IndexOf(part);

    /// <summary>Members of the dimension that the formula works over; for grouped ratios with the rows without a requirement.</summary>
    public IReadOnlyList<string> OverMembers { get; } = Header.Over is null || !Header.Members.ContainsKey(Header.Over) ? []
        : Header.Formula == Formula.GroupedRatio ? [Formulas.FigureFormula.WithoutRequirement, .. Header.Members[Header.Over].Keys]
        : [.. Header.Members[Header.Over].Keys];

    /// <summary>Whether the members that the formula works over are found in the rows: values of a histogram, codes of a long list.</summary>
    public bool FindsMembers => Header.Over is not null && !Header.Members.ContainsKey(Header.Over);

    /// <summary>The definition's own view, then its variants.</summary>
    public IReadOnlyList<IndicatorView> Views { get; } = IndicatorView.Of(Header);

    /// <summary>The dimensions that are shown for this kind of period; null when nothing is.</summary>
    public IReadOnlyCollection<string>? Dimensions(Frequency frequency) =>
        Views.Where(view => view.Frequencies.Contains(frequency)).ToList() is { Count: > 0 } shown ? shown.SelectMany(view => view.Dimensions).ToHashSet(StringComparer.Ordinal) : null;

    /// <inheritdoc cref="IndicatorHeader.Standard"/>
    public int Standard => Header.Standard;
}
