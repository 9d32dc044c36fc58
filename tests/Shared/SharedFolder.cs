namespace DemoCityAnalytics.Tests;

/// <summary>Real files that are never part of the repository: the folder <c>shared</c> beside it, or the one that DCA_SHARED names.</summary>
static class SharedFolder
{
    static readonly string Root = Environment.GetEnvironmentVariable("DCA_SHARED") is { Length: > 0 } named
        ? named
        : Path.Combine(Path.GetDirectoryName(Repository.Root) ?? Repository.Root, "shared");

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static bool Has(string file) => File.Exists(PathOf(file));
}

/// <summary>A test over a real file; skipped, and saying so, where the file is not there.</summary>
sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string file)
    {
        if (!SharedFolder.Has(file)) Skip = $"shared/{file} is not beside the repository; DCA_SHARED may name the folder.";
    }
}
