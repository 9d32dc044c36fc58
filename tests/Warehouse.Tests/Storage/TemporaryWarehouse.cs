using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Warehouse.Tests.Storage;

/// <summary>A warehouse in a folder of its own that is removed at the end.</summary>
sealed class TemporaryWarehouse : IDisposable
{
    public TemporaryWarehouse() => Database = WarehouseDatabase.Open(Options);

    public WarehouseOptions Options { get; } = new() { Folder = Directory.CreateTempSubdirectory("dca-warehouse-").FullName, MemoryMiB = 512 };

    public WarehouseDatabase Database { get; private set; }

    public void Reopen()
    {
        Database.Dispose();
        Database = WarehouseDatabase.Open(Options);
    }

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(Options.Folder, recursive: true);
    }
}
