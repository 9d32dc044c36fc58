using System.Numerics;
using DemoCityAnalytics.Metrics.Definitions;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Metrics.Evidence;

/// <summary>One part of a figure: its sum, by member where the formula works over a dimension.</summary>
/// <param name="Sum">Null for a level that nothing states for this area, such as employed persons given for the city alone: missing, not 0.</param>
public sealed record EvidencePart(string Name, OverTime Over, string Member, BigInteger? Sum);

/// <summary>A part of an area below: a city of a province or the nation, a district of a city.</summary>
public sealed record AreaEvidence(int AreaCode, string Name, IReadOnlyList<EvidencePart> Parts, long Rows);

/// <summary>A loaded file and how many of its rows this figure uses.</summary>
public sealed record EvidenceFile(int LoadId, string Source, string FileName, string Sha256, DateTime LoadedAt, bool Synthetic, long RowsUsed);

/// <summary>Why a row of a figure's cities does not count in it.</summary>
public enum SetAsideBecause
{
    /// <summary>It fails a condition of the rule.</summary>
    Condition,

    /// <summary>Another row about the same counts instead.</summary>
    Repeats,

    /// <summary>A record that the rule looks up beside it is missing, or says otherwise.</summary>
    OtherRecords,

    /// <summary>The indicator takes other rows of the same kind.</summary>
    Indicator,

    /// <summary>It counts in another area, such as another district.</summary>
    OtherArea,

    /// <summary>It counts in another period.</summary>
    OtherPeriod,

    /// <summary>It counts under another member of the breakdown.</summary>
    OtherGroup,

    /// <summary>What it added it took back in time, as a spell that has ended.</summary>
    CancelsOut,
}

/// <summary>Rows set aside by one rule.</summary>
/// <param name="Condition">The condition of the rule that they fail, as SQL; null where the reason says it all.</param>
/// <param name="Name">What the rule calls the condition; null when it has no name.</param>
public sealed record SetAsideRows(SetAsideBecause Because, string? Condition, BilingualText? Name, long Rows);

/// <summary>The current rows of one source in the figure's cities: those used and those set aside make up those read.</summary>
public sealed record SourceCount(string Source, long Read, long Used, IReadOnlyList<SetAsideRows> SetAside);

/// <summary>Everything that stands behind one published figure.</summary>
/// <param name="Published">The figure as released.</param>
/// <param name="Recomputed">The same figure computed again from the source rows.</param>
/// <param name="FormulaWithNumbers">The formula with this figure's parts put in, up to its rounded result.</param>
/// <param name="SourceRows">Number of source rows used.</param>
/// <param name="Sources">What became of the rows of the figure's cities, source by source.</param>
/// <param name="Reproduces">The source rows add up to the parts, and the recomputed figure is the published one.</param>
public sealed record FigureEvidence(
    Observation Published, Observation Recomputed, int DefinitionVersion, string DefinitionHash, string FormulaText, string FormulaWithNumbers,
    IReadOnlyList<EvidencePart> Parts, IReadOnlyList<AreaEvidence> Areas, IReadOnlyList<EvidenceFile> Files, long SourceRows, IReadOnlyList<SourceCount> Sources, bool Reproduces);

/// <summary>One cell of a source row; personal data is masked.</summary>
public sealed record EvidenceCell(string Column, string? Value);

/// <summary>One source row of a figure: where it stands, what it adds to each part, and its cells.</summary>
public sealed record EvidenceRow(
    string Source, string FileName, int Line, int AreaCode, string Member, IReadOnlyDictionary<string, BigInteger> Adds, IReadOnlyList<EvidenceCell> Cells);

/// <summary>A page of source rows, in the order of file and line; pages count from 1.</summary>
/// <param name="Parts">What rows add to, in the definition's order.</param>
/// <param name="Columns">Columns of the sources whose rows the figure uses, on any page.</param>
public sealed record EvidencePage(int Page, int PageSize, long TotalRows, IReadOnlyList<string> Parts, IReadOnlyList<string> Columns, IReadOnlyList<EvidenceRow> Rows);
