namespace DemoCityAnalytics.Jobs.Tests.PostgreSql;

/// <summary>A test that needs PostgreSQL: skipped on a machine without it, but run, and so failing, on the build server.</summary>
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (PostgreSqlPrograms.Folder is null && Environment.GetEnvironmentVariable("CI") != "true") Skip = PostgreSqlPrograms.Missing;
    }
}

/// <summary>The server's programs, which Debian keeps outside the search path.</summary>
static class PostgreSqlPrograms
{
    public const string Missing = "PostgreSQL is not installed here (initdb was not found); ./test.sh installs it.";

    /// <summary>The newest version's folder, or null.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_ctl")));

    static IEnumerable<string> Candidates()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions.OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0).Select(version => Path.Combine(version, "bin")).Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
    }
}
