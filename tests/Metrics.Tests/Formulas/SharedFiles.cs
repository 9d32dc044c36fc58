namespace DemoCityAnalytics.Metrics.Tests.Formulas;

/// <summary>Published figures that lie in <c>shared/domain</c> beside the repository, or where <c>DCA_SHARED</c> says.</summary>
static class SharedFiles
{
    public static string? Domain
    {
        get
        {
            if (Environment.GetEnvironmentVariable("DCA_SHARED") is { Length: > 0 } given) return Path.Combine(given, "domain");
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "DemoCityAnalytics.sln")))
                    return Path.Combine(folder.Parent!.FullName, "shared", "domain") is var path && Directory.Exists(path) ? path : null;
            return null;
        }
    }
}

/// <summary>Skips, and says why, when the published figures are not beside the repository.</summary>
sealed class PublishedFiguresFactAttribute : FactAttribute
{
    public PublishedFiguresFactAttribute()
    {
        if (SharedFiles.Domain is null) Skip = "The folder shared/domain is not beside the repository; set DCA_SHARED to the folder shared.";
    }
}
