using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Ingest.Tests.Contracts;

public sealed class ContractCatalogueTests(StagingTables staged) : IClassFixture<StagingTables>
{
    public static TheoryData<string> Sources => [.. ContractCatalogue.BuiltIn().All.Select(contract => contract.Source).Order(StringComparer.Ordinal)];

    /// <summary>A source's folder is one thing: its staging SQL runs over the columns of its contract.</summary>
    [Theory]
    [MemberData(nameof(Sources))]
    public void Source_HasAStagingTable(string source) =>
        Assert.Equal(0, staged.Warehouse.Count($"SELECT count(*) FROM stg.{source} WHERE superseded_by IS NULL AND city_code IS NOT NULL"));

    /// <summary>Two columns with one head could not be told apart in a file.</summary>
    [Theory]
    [MemberData(nameof(Sources))]
    public void Contract_NamesEachHeadOnce(string source)
    {
        var columns = TemporaryWarehouse.Contracts.Get(source).Columns;

        Assert.Equal(columns.Count, columns.Select(column => column.Zh).Distinct().Count());
        Assert.Equal(
            columns.Count(column => column.Definition.Hrss is not null),
            columns.Select(column => column.Definition.Hrss).OfType<string>().Distinct().Count());
    }
}

/// <summary>A warehouse with the staging tables of all contracts.</summary>
public sealed class StagingTables : IDisposable
{
    public StagingTables()
    {
        using var connection = Warehouse.Database.Connect();
        SourceTables.Ensure(connection, TemporaryWarehouse.Contracts);
    }

    internal TemporaryWarehouse Warehouse { get; } = new();

    public void Dispose() => Warehouse.Dispose();
}
