using System.Security.Cryptography;

namespace DemoCityAnalytics.Generator.Tests;

public sealed class SampleTests
{
    /// <summary>When this fails after a change that was meant, raise <see cref="CityDataGenerator.Version"/> and generate the sample anew.</summary>
    [Fact]
    public async Task Sample_IsWhatTheGeneratorWritesToday()
    {
        using var run = await GeneratedRun.Of(cities: 2, months: 12, seed: 2022, scale: 0.6m, start: "2024-01");
        var sample = Repository.PathOf("data-samples", "synthetic-2-cities");

        var kept = Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(sample, path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));
        Assert.Equal(run.Digests(), new SortedDictionary<string, string>(kept, StringComparer.Ordinal));
    }
}
