using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DemoCityAnalytics.Jobs.Tests.PostgreSql;

/// <summary>A PostgreSQL server of the tests' own: a new cluster in a temporary folder, on a free port of this machine only, gone afterwards.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    readonly string folder = Path.Combine(Path.GetTempPath(), "dca-postgresql-" + Path.GetRandomFileName());
    readonly int port = FreePort();
    int databases;

    public string ConnectionString => ConnectionTo("postgres");

    /// <summary>A database of one test's own: two job servers on one database take each other's jobs.</summary>
    public async Task<string> NewDatabase()
    {
        var name = "test" + Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        await AsPostgres("createdb", "-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", name);
        return ConnectionTo(name);
    }

    string ConnectionTo(string database) => $"Host=127.0.0.1;Port={port};Database={database};Username=postgres;Include Error Detail=true";

    string Cluster => Path.Combine(folder, "cluster");

    public async Task InitializeAsync()
    {
        if (PostgreSqlPrograms.Folder is null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") throw new InvalidOperationException(PostgreSqlPrograms.Missing);
            return; // the tests are skipped
        }
        Directory.CreateDirectory(folder);
        if (IsRoot) await Run("chown", "postgres", folder);
        await AsPostgres("initdb", "-D", Cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await AsPostgres("pg_ctl", "-D", Cluster, "-w", "-l", Path.Combine(folder, "log"), "start",
            "-o", $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off");
    }

    public async Task DisposeAsync()
    {
        if (Directory.Exists(Cluster)) await AsPostgres("pg_ctl", "-D", Cluster, "-m", "immediate", "-w", "stop");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    // PostgreSQL refuses to run as root.
    static bool IsRoot => Environment.UserName == "root";

    static Task AsPostgres(string program, params string[] arguments)
    {
        var path = Path.Combine(PostgreSqlPrograms.Folder!, program);
        return IsRoot ? Run("runuser", ["-u", "postgres", "--", path, .. arguments]) : Run(path, arguments);
    }

    static async Task Run(string program, params string[] arguments)
    {
        // Output goes nowhere: the server inherits it and would keep a pipe open. The log file has what matters.
        var start = new ProcessStartInfo("sh", ["-c", "\"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
