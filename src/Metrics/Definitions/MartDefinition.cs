using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Definitions;

/// <summary>
/// The header of a mart file. The SQL below it selects source rows (origin, area_code, dimensions, measures) from <c>input.*</c>;
/// the engine sums the measures by area and dimensions, and the same SQL with its origins is the evidence of every figure over it.
/// </summary>
public sealed record MartHeader
{
    /// <summary>File name.</summary>
    public required string Mart { get; init; }

    public required string Describes { get; init; }

    /// <summary>Sources that the SQL reads as <c>input.&lt;source&gt;</c>, with the Chinese names that notes call them by.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>
    /// Sources among them that cover no months: registers and lists, which state what is in force, and the calendar. Whether a city sent one shows in its figures' parts.
    /// </summary>
    public IReadOnlyList<string> Registers { get; init; } = [];

    /// <summary>Columns by which rows are grouped, beside area_code, with their SQL types; months are INTEGER (year × 12 + month − 1).</summary>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>Whole-number columns that are summed.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>Measures whose sums may pass 64 bits, such as squares of weights; kept in 128.</summary>
    public IReadOnlyList<string> Wide { get; init; } = [];

    /// <summary>
    /// Names of conditions of the SQL, by which evidence tells the rows that were set aside: who does not read SQL learns what a row lacks.
    /// </summary>
    public IReadOnlyDictionary<string, BilingualText> Conditions { get; init; } = new Dictionary<string, BilingualText>();

    /// <summary>
    /// Whether the sums are kept. Where there are about as many of them as rows, such as amounts in yuan, keeping them costs more than reading the rows again.
    /// </summary>
    public bool Stored { get; init; } = true;

    /// <summary>The measures are stated levels: an area without a row has no value, whatever its files cover.</summary>
    public bool Levels { get; init; }
}

/// <summary>One mart: header, SQL and the hash of the whole file.</summary>
public sealed record MartDefinition(MartHeader Header, string Path, string Sql, string Hash)
{
    /// <summary>Columns that the SQL returns, in any order.</summary>
    public IReadOnlyList<string> Columns => ["origin", "area_code", .. Header.Dimensions.Keys, .. Header.Measures];
}
