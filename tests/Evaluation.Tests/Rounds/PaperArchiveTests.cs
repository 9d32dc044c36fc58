using System.Text;
using DemoCityAnalytics.Evaluation.Figures;
using DemoCityAnalytics.Evaluation.Reviews;

namespace DemoCityAnalytics.Evaluation.Tests.Rounds;

public sealed class PaperArchiveTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("dca-papers-").FullName;

    [Fact]
    public async Task Paper_IsFoundByItsHash_AndKeptOnce()
    {
        var archive = new PaperArchive(folder);
        var bytes = Encoding.UTF8.GetBytes("典型经验材料");

        var (first, again) = (await archive.Put(new MemoryStream(bytes), CancellationToken.None), await archive.Put(new MemoryStream(bytes), CancellationToken.None));

        Assert.Equal((CanonicalJson.Sha256(bytes), first), (first, again));
        Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        using var kept = new StreamReader(archive.Open(first)!);
        Assert.Equal("典型经验材料", await kept.ReadToEndAsync());
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void WhatIsNoHashOfAPaper_OpensNothing(string name) => Assert.Null(new PaperArchive(folder).Open(name));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
