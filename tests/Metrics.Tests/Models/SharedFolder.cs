namespace DemoCityAnalytics.Metrics.Tests.Models;

/// <summary>Real files beside the repository, never part of it; DCA_SHARED names another folder.</summary>
static class SharedFolder
{
    public static string? File(string path) => Root is { } root && System.IO.File.Exists(Path.Combine(root, path)) ? Path.Combine(root, path) : null;

    static string? Root { get; } = Environment.GetEnvironmentVariable("DCA_SHARED") is { Length: > 0 } named ? named : BesideTheRepository();

    static string? BesideTheRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "DemoCityAnalytics.sln")))
                return folder.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
        return null;
    }
}

/// <summary>A test over a real file; skipped, and saying so, where the file is not there.</summary>
sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path)
    {
        if (SharedFolder.File(path) is null) Skip = $"shared/{path} is not beside the repository (or in DCA_SHARED).";
    }
}
