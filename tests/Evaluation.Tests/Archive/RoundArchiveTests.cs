using System.Text;
using DemoCityAnalytics.Evaluation.Archive;
using DemoCityAnalytics.Evaluation.Tests.Rounds;
using DemoCityAnalytics.Evaluation.Tests.State;

namespace DemoCityAnalytics.Evaluation.Tests.Archive;

[Collection(StoreCollection.Name)]
public sealed class RoundArchiveTests(Stores stores)
{
    [Fact]
    public async Task Verify_ComputesEveryScoreAgain()
    {
        var verdict = ArchiveVerification.Of(await Zip());

        Assert.Empty(verdict.Issues);
        Assert.Equal((13, 6, 10L), (verdict.Files, verdict.Scores, verdict.AuditEntries));
    }

    [Fact]
    public async Task Write_TwiceGivesTheSameBytes()
    {
        var round = await SmallRound.InReview(stores, "SQLite");

        Assert.Equal(await RoundArchive.Write(round.Store, SmallRound.Id), await RoundArchive.Write(round.Store, SmallRound.Id));
    }

    [Fact]
    public async Task AnyChangedByte_IsNoticed_AndInsideAFileTheFileIsNamed()
    {
        var zip = await Zip();
        var (files, _) = StoredZip.Read(zip);
        var at = 0;
        foreach (var file in files)
        {
            at += 30 + Encoding.UTF8.GetByteCount(file.Name);
            for (var i = 0; i < file.Content.Length; i++)
                Assert.Contains(Changed(zip, at + i).Issues, issue => issue.StartsWith(file.Name, StringComparison.Ordinal));
            at += file.Content.Length;
        }
        var inside = files.Sum(file => 30 + Encoding.UTF8.GetByteCount(file.Name) + file.Content.Length);
        Assert.Equal(inside, at);
        for (var i = 0; i < zip.Length; i++)
            if (i >= inside || i < 30) Assert.False(Changed(zip, i).Intact, $"byte {i}");
    }

    [Theory]
    [InlineData("scores.json", "\"points\": 60", "\"points\": 50", "scores.json: city 510100, S5.3-E05, Self: states 50, the figures give 60.")]
    [InlineData("entries.json", "31.5", "39.5", "scores.json: city 510100, S5.2-M, Province: states 31.5, the figures give 39.5.")]
    [InlineData("figures.json", "\"target\":4.5", "\"target\":5.5", "figures.json: these are not the figures that were frozen.")]
    [InlineData("definitions.json", "[]", "{}", "definitions.json: these are not the definitions behind the frozen figures.")]
    [InlineData("audit.json", "clerk-1", "clerk-2", "audit.json: entry 2 was changed: its fields do not give its hash.")]
    public async Task AForgerWhoAlsoWritesTheManifest_IsCaughtByWhatFollows(string name, string from, string to, string issue)
    {
        var (files, _) = StoredZip.Read(await Zip());
        var manifest = DemoCityAnalytics.Evaluation.Figures.CanonicalJson.Read<ArchiveManifest>(Encoding.UTF8.GetString(files[0].Content));
        List<ArchiveFile> forged = [.. files.Skip(1).Select(file => file.Name != name ? file : file with { Content = Encoding.UTF8.GetBytes(Replace(Encoding.UTF8.GetString(file.Content), from, to)) })];

        var verdict = ArchiveVerification.Of(StoredZip.Write([RoundArchive.Manifest(manifest.Round, SmallRound.Rules, synthetic: true, forged, manifest.Audit), .. forged]));

        Assert.Contains(issue, verdict.Issues);
    }

    [Fact]
    public async Task AnotherArchive_DoesNotFitANotedSeal() =>
        Assert.Contains("this is another archive", ArchiveVerification.Of(await Zip(), seal: new string('0', 64)).Issues.Single(), StringComparison.Ordinal);

    async Task<byte[]> Zip() => (await RoundArchive.Write((await SmallRound.InReview(stores, "SQLite")).Store, SmallRound.Id))!;

    static ArchiveVerdict Changed(byte[] zip, int at)
    {
        var copy = (byte[])zip.Clone();
        copy[at] ^= 0x01;
        return ArchiveVerification.Of(copy);
    }

    static string Replace(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{from}' is not there");
        return string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length));
    }
}
