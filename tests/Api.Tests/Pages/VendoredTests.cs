using System.Security.Cryptography;

namespace DemoCityAnalytics.Api.Tests.Pages;

public sealed class VendoredTests
{
    /// <summary>Files of others that are served are those that are stated; tests/browser/vendored.sh holds them against their packages.</summary>
    [Fact]
    public void EveryVendoredFile_IsStated_WithItsHashAndLicence()
    {
        var folder = Repository.PathOf("src", "Api", "Assets", "lib");
        var stated = File.ReadLines(Path.Combine(folder, "vendored.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(x => Path.GetFileName(x[2]), x => (Package: x[0], Hash: x[3]));

        Assert.Equal(stated.Keys, Directory.EnumerateFiles(folder, "*.js").Select(file => Path.GetFileName(file)));
        foreach (var (file, (package, hash)) in stated)
        {
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file)))));
            Assert.Contains("Apache License", File.ReadAllText(Path.Combine(folder, package + ".LICENSE")), StringComparison.Ordinal);
            Assert.Contains(file, File.ReadAllText(Repository.PathOf("NOTICE")), StringComparison.Ordinal);
        }
    }
}
