using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Ingest.Quality;

/// <summary>Why a row, or a cell of it, was not taken as it stands.</summary>
public enum Rule { Required, Type, CodeList, Range, Order, Future, AreaUnknown, Columns, Identifier, OrganisationCode }

/// <summary>
/// One thing found wrong with a row. It rejects the row, or it is a warning and the row is kept.
/// </summary>
public sealed record Finding(int Line, Rule Rule, ContractColumn? Column, bool Rejects, string? Found)
{
    /// <summary>The rule between two columns that does not hold.</summary>
    public OrderRule? Order { get; init; }

    /// <summary>Why the record could not be cut into cells.</summary>
    public RecordFault Fault { get; init; }

    /// <summary>Cells that the record should have had.</summary>
    public int ExpectedCells { get; init; }

    /// <summary>The rule's name in <c>ops.rejection</c>.</summary>
    public static string IdOf(Rule rule) => rule switch
    {
        Rule.Required => "required",
        Rule.Type => "type",
        Rule.CodeList => "code_list",
        Rule.Range => "range",
        Rule.Order => "order",
        Rule.Future => "future",
        Rule.AreaUnknown => "area_unknown",
        Rule.Columns => "columns",
        Rule.OrganisationCode => "organisation_code",
        _ => "identifier",
    };

    public string RuleId => IdOf(Rule);

    public string ColumnName => Column?.Name ?? "";

    public string Severity => Rejects ? "rejection" : "warning";
}
