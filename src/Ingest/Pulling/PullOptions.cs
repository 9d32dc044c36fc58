using System.ComponentModel.DataAnnotations;
using DemoCityAnalytics.Ingest.Loading;

namespace DemoCityAnalytics.Ingest.Pulling;

/// <summary>From where rows may be fetched: a PostgreSQL database, and addresses of hosts that are listed.</summary>
public sealed class PullOptions
{
    /// <summary>Connection to the PostgreSQL database of the business system; a role that may only read is enough.</summary>
    /// <value>Default: none, nothing is read from a database.</value>
    public string PostgreSqlConnectionString { get; set; } = "";

    /// <summary>Time before the watermark that is read again, for rows that were committed late; rows read twice take effect once.</summary>
    /// <value>Default: <c>00:10:00</c>.</value>
    public TimeSpan Overlap { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Hosts that files may be fetched from, as <c>host</c> or <c>host:port</c>; redirects leave the list no more than addresses do.</summary>
    /// <value>Default: none, nothing is fetched.</value>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Those of the allowed hosts that may lie in a private network.</summary>
    /// <value>Default: none.</value>
    public IList<string> PrivateHosts { get; } = [];

    /// <summary>Largest answer that is taken, in MiB.</summary>
    /// <value>Default: 4096.</value>
    [Range(1, 1_048_576)] public int LargestMiB { get; set; } = 4096;

    /// <summary>Time after which a fetch that gets nothing is given up.</summary>
    /// <value>Default: <c>00:05:00</c>.</value>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(5);
}

/// <summary>A table or view to read.</summary>
/// <param name="Source">Source that the rows belong to.</param>
/// <param name="Table">Table or view, with its schema: <c>public.zp_gw</c>.</param>
/// <param name="Watermark">Column that only grows (a time of change); null reads the whole table.</param>
/// <param name="Synthetic">The rows are generated.</param>
/// <param name="ConnectionString">The database; null = the one of the settings.</param>
public sealed record TablePull(string Source, string Table, string? Watermark = null, bool Synthetic = false, string? ConnectionString = null);

/// <summary>What a pull brought.</summary>
/// <param name="Report">The report of the load; null when there was nothing new.</param>
public sealed record PullReport(string Source, string Place, LoadReport? Report, string? Watermark);

/// <summary>Nothing could be pulled; the message says why and what to do.</summary>
public sealed class PullException(string message, Exception? inner = null) : Exception(message, inner);
