namespace DemoCityAnalytics.Ingest.Tests;

/// <summary>Real files that are not part of the repository: <c>../shared/data</c> beside it, or the folder that DCA_SHARED names.</summary>
static class SharedFiles
{
    static readonly string? Folder = Find();

    /// <summary>The file's path; null, with a line in the test's output, when the files are not on this machine.</summary>
    public static string? Path(string name, Xunit.Abstractions.ITestOutputHelper output)
    {
        if (Folder is not null && System.IO.Path.Combine(Folder, name) is var path && File.Exists(path)) return path;
        output.WriteLine($"NOT CHECKED: {name} is absent. Put the shared folder beside the repository, or name it in DCA_SHARED.");
        return null;
    }

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DCA_SHARED") is { Length: > 0 } named) return System.IO.Path.Combine(named, "data");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "DemoCityAnalytics.sln")))
                return System.IO.Path.Combine(folder.Parent!.FullName, "shared", "data");
        }
        return null;
    }
}
