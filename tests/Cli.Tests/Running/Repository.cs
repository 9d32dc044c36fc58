namespace DemoCityAnalytics.Cli.Tests.Running;

/// <summary>Finds the working copy that these tests were built from, and what lies beside it.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Launcher => Path.Combine(Root, "dca");

    /// <summary>The built program. The launcher starts the same file.</summary>
    public static string Program => Path.Combine(Root, "src", "Cli", "bin", "Release", "net10.0", "linux-x64", "dca.dll");

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DemoCityAnalytics.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("These tests must run inside the repository.");
        return folder;
    }
}
