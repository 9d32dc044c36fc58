using System.ComponentModel.DataAnnotations;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Pulling;
using DemoCityAnalytics.Warehouse.Definitions;

namespace DemoCityAnalytics.Jobs;

/// <summary>A table or an address of a city that is read by the timetable.</summary>
public sealed class ScheduledPull : IValidatableObject
{
    /// <summary>Source that the rows belong to.</summary>
    public string Source { get; set; } = "";

    /// <summary>Area code of the city whose rows they are; names the job.</summary>
    public int City { get; set; }

    /// <summary>Minute, hour, day of month, month and day of week of the runs, in Shanghai time.</summary>
    /// <value>Default: <c>0 1 * * *</c>, every night.</value>
    public string Cron { get; set; } = "0 1 * * *";

    /// <summary>PostgreSQL table or view, with its schema.</summary>
    /// <value>Default: none; either a table or an address is given.</value>
    public string? Table { get; set; }

    /// <summary>Column of the table that grows with every change; only later rows are read.</summary>
    /// <value>Default: none, the whole table is read.</value>
    public string? Watermark { get; set; }

    /// <summary>PostgreSQL database of the table.</summary>
    /// <value>Default: <c>Pull:PostgreSqlConnectionString</c>.</value>
    [DataType(DataType.Password)] public string? ConnectionString { get; set; }

    /// <summary>Address of a file; its host must be in <c>Pull:AllowedHosts</c>.</summary>
    /// <value>Default: none; either a table or an address is given.</value>
    public string? Address { get; set; }

    /// <summary>The rows are generated (合成数据).</summary>
    /// <value>Default: false.</value>
    public bool Synthetic { get; set; }

    /// <summary>What the names of these jobs begin with.</summary>
    public const string Prefix = "pull-";

    /// <summary>The job's name in the timetable.</summary>
    public string JobId() => $"{Prefix}{Source}-{City:000000}-{Table ?? HttpPull.Shown(new Uri(Address!))}";

    internal Task<PullReport> Run(PostgreSqlPull tables, HttpPull files, CancellationToken cancel) => Table is { } table
        ? tables.Pull(new TablePull(Source, table, Watermark, Synthetic, ConnectionString), null, cancel)
        : files.Pull(Source, new Uri(Address!), Synthetic, null, cancel);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var sources = ContractCatalogue.BuiltIn().All.Select(contract => contract.Source).ToList();
        if (!sources.Contains(Source)) yield return Wrong(nameof(Source), $"'{Source}' is no source{NearestName.Hint(Source, sources)}");
        if (City is < 100_000 or > 999_999) yield return Wrong(nameof(City), $"{City} is no area code, expected six digits");
        if (Cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 5) yield return Wrong(nameof(Cron), $"'{Cron}' is no time of five fields, as in 0 1 * * *");
        if (string.IsNullOrEmpty(Table) == string.IsNullOrEmpty(Address)) yield return Wrong(nameof(Table), "name either a table or an address");
        else if (Address is { Length: > 0 } && !Uri.IsWellFormedUriString(Address, UriKind.Absolute)) yield return Wrong(nameof(Address), $"'{Address}' is no whole address");
    }

    static ValidationResult Wrong(string property, string message) => new(message + ".", [property]);
}
