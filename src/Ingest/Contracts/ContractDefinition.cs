using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Ingest.Contracts;

/// <summary>The text of a source's contract file, key by key; <see cref="Contract"/> is what it means.</summary>
public sealed record ContractDefinition
{
    public required string Source { get; init; }
    public required BilingualText Name { get; init; }
    public required int Edition { get; init; }
    public required string Describes { get; init; }
    public required string Origin { get; init; }

    /// <summary>Columns that together name the thing a row is about.</summary>
    public List<string> Key { get; init; } = [];

    /// <summary>Instead of <see cref="Key"/>: the first of these columns that the row has.</summary>
    public List<string> KeyFirstOf { get; init; } = [];

    /// <summary>The area column that decides the row's city; without it rows belong to no city.</summary>
    public string? Place { get; init; }

    /// <summary>The date or month column that decides the row's month.</summary>
    public string? Period { get; init; }

    /// <summary>The column by which versions are ordered.</summary>
    /// <value>Default: <c>updated_at</c>, where the source has it.</value>
    public string? Updated { get; init; }

    /// <summary>The product's own jobs write it; nobody sends it.</summary>
    public bool WrittenHere { get; init; }

    /// <summary>Share of rejected rows (0 to 1) above which nothing of the file is loaded.</summary>
    public required decimal FailsAbove { get; init; }

    public required Dictionary<string, ColumnDefinition> Columns { get; init; }
    public List<OrderDefinition> Rules { get; init; } = [];
    public Dictionary<string, Dictionary<string, string?>> Headers { get; init; } = [];
}

/// <summary>One column of a contract, as written.</summary>
public sealed record ColumnDefinition
{
    public required string Type { get; init; }
    public required string Zh { get; init; }
    public string? Hrss { get; init; }
    public string? List { get; init; }
    public string? Unit { get; init; }
    public string? Pattern { get; init; }
    public bool Required { get; init; }
    public bool KeyField { get; init; }
    public bool NotAfterLoad { get; init; }

    /// <summary>A code may go on below the list: 4-01-02 where the list has 4.</summary>
    public bool Subcodes { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
    public int? MaxLength { get; init; }

    /// <summary>For a salary text: the columns that its bounds, and the months that are paid, go to.</summary>
    public List<string> Fills { get; init; } = [];
}

/// <summary>The second column is not before (not below) the first, where the row has both.</summary>
public sealed record OrderDefinition
{
    public required string Id { get; init; }
    public required List<string> Order { get; init; }
}
