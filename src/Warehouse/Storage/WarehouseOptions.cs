using System.ComponentModel.DataAnnotations;

namespace DemoCityAnalytics.Warehouse.Storage;

/// <summary>Where the warehouse lives and what it may use.</summary>
public sealed class WarehouseOptions
{
    /// <summary>Folder of the database, the archive, the lake and the releases.</summary>
    /// <value>Default: <c>data/warehouse</c>.</value>
    [Required] public string Folder { get; set; } = "data/warehouse";

    /// <summary>Threads of the database engine.</summary>
    /// <value>Default: 2.</value>
    [Range(1, 256)] public int Threads { get; set; } = 2;

    /// <summary>Memory of the database engine, in MiB.</summary>
    /// <value>Default: 4096.</value>
    [Range(256, 1 << 20)] public int MemoryMiB { get; set; } = 4096;

    /// <summary>Releases that are kept; older ones are removed when a new one is published.</summary>
    /// <value>Default: 10.</value>
    [Range(1, 10_000)] public int KeepReleases { get; set; } = 10;
}
