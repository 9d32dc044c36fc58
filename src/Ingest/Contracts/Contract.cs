using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Ingest.Contracts;

/// <summary>How the cells of a column are read; see the folder Typing.</summary>
public enum ColumnType { Text, Code, Integer, Decimal, Date, DateTime, Month, YesNo, Area, Person, CreditCode, Salary }

/// <summary>A column of a source: its type, its names in the head, and what a cell must hold.</summary>
public sealed record ContractColumn(int Index, string Name, ColumnType Type, ColumnDefinition Definition, CodeList? List)
{
    public string Zh => Definition.Zh;
    public bool Required => Definition.Required;
    public bool KeyField => Definition.KeyField;

    /// <summary>Holds occupations, which also come in words; how sure their code is, is kept beside it.</summary>
    public bool IsOccupation => List?.Name == "occupation";

    /// <summary>Holds data about a person: what was found is masked wherever it is shown.</summary>
    public bool Sensitive => Type == ColumnType.Person;
}

/// <summary>Names a source's head may carry. A null column is known and not needed.</summary>
public sealed record HeaderVersion(string Name, IReadOnlyDictionary<string, ContractColumn?> Columns);

/// <summary>The later column is not before the earlier one.</summary>
public sealed record OrderRule(string Id, ContractColumn Earlier, ContractColumn Later);

/// <summary>
/// What was agreed about a source: columns, types, keys, rules, the names its head may carry, and the share of rejections that fails a load.
/// </summary>
public sealed record Contract
{
    public required string Source { get; init; }
    public required BilingualText Name { get; init; }
    public required int Edition { get; init; }

    /// <summary>What one row of the source is.</summary>
    public required string Describes { get; init; }

    /// <summary>Where its columns and codes come from.</summary>
    public required string Origin { get; init; }
    public required IReadOnlyList<ContractColumn> Columns { get; init; }
    public required IReadOnlyList<ContractColumn> Key { get; init; }

    /// <summary>How many columns count when it is asked how complete the rows are.</summary>
    public int KeyFields => Columns.Count(column => column.KeyField);

    /// <summary>The key is the first key column that the row has, not all of them together.</summary>
    public required bool KeyIsFirstOf { get; init; }

    /// <summary>The column that is the whole key as it stands, so that the key need not be stored beside it.</summary>
    public ContractColumn? KeyColumn => !KeyIsFirstOf && Key is [{ Type: ColumnType.Text, Required: true } only] ? only : null;
    public required ContractColumn? Place { get; init; }
    public required ContractColumn? Period { get; init; }
    public required ContractColumn? Updated { get; init; }

    /// <summary>The product's own jobs write it; nobody sends it.</summary>
    public required bool WrittenHere { get; init; }
    public required decimal FailsAbove { get; init; }
    public required IReadOnlyList<OrderRule> Rules { get; init; }
    public required IReadOnlyList<HeaderVersion> Headers { get; init; }

    /// <summary>From typed rows (the view <c>raw</c>) to the columns of <c>stg</c>.</summary>
    public required string StagingSql { get; init; }

    /// <summary>SHA-256 over everything that decides how a file is read: contract, staging SQL, code lists.</summary>
    public required string Hash { get; init; }
}
