using System.Security.Cryptography;

namespace DemoCityAnalytics.Generator.Tests;

/// <summary>A run in a temporary folder, deleted afterwards.</summary>
public sealed class GeneratedRun : IDisposable
{
    GeneratedRun(string folder, GeneratorReport report) => (Folder, Report) = (folder, report);

    public string Folder { get; }

    public GeneratorReport Report { get; }

    public static async Task<GeneratedRun> Of(int cities, int months, int seed, decimal scale = 1, string start = "2023-01")
    {
        var folder = Path.Combine(Path.GetTempPath(), "dca-generator-" + Guid.NewGuid().ToString("N"));
        var options = new GeneratorOptions { Cities = cities, Months = months, Seed = seed, Scale = scale, Start = start, OutputFolder = folder };
        return new(folder, await CityDataGenerator.Generate(options, null, CancellationToken.None));
    }

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    public IEnumerable<string> Files(string source) => Directory.EnumerateFiles(PathOf(Path.Combine("files", source))).Order(StringComparer.Ordinal);

    /// <summary>SHA-256 of every file, by its relative path.</summary>
    public SortedDictionary<string, string> Digests() => new(
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(Folder, path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
