using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Access;

/// <summary>A figure about too few persons goes to those alone who have a duty to them, whatever the address and the format.</summary>
public sealed class DisclosureTests : IAsyncLifetime
{
    const string Query = "indicator=C07&city=130200&from=2023-11&to=2023-11&breakdown=channel";

    static readonly (string Key, Role Role, string? Area)[] Readers =
        [("public", Role.Public, null), ("operator", Role.Operator, null), ("neighbour", Role.City, "130100"), ("own", Role.City, "130200"), ("province", Role.Province, "130000"), ("expert", Role.Expert, null), ("ministry", Role.Ministry, null)];

    string value = "";
    Site site = null!;

    public async Task InitializeAsync()
    {
        site = await Site.Start(
            folder => SampleRelease.Publish(folder, heldBack: SampleRelease.OfAGroup),
            [("Access:AnonymousRole", "Public"), .. Readers.SelectMany((reader, i) => new (string, string?)[]
            {
                ($"Access:Keys:{i}:Name", reader.Key), ($"Access:Keys:{i}:Sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reader.Key)))),
                ($"Access:Keys:{i}:Role", reader.Role.ToString()), ($"Access:Keys:{i}:Area", reader.Area),
            })]);
        using var client = site.Client("expert");
        using var figure = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/api/v1/figures/" + SampleRelease.OfAGroup));
        value = figure.RootElement.GetProperty("figure").GetProperty("value").GetRawText();
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Theory]
    [InlineData("public", false)]
    [InlineData("operator", false)]
    [InlineData("neighbour", false)]
    [InlineData("own", true)]
    [InlineData("province", true)]
    [InlineData("expert", true)]
    [InlineData("ministry", true)]
    public async Task TheFigureIsShown_ToThoseWithADutyAlone(string reader, bool shown)
    {
        using var client = site.Client(reader);
        foreach (var address in new[] { "/api/v1/figures/" + SampleRelease.OfAGroup, "/api/v1/observations?" + Query, "/api/v1/observations.csv?" + Query, "/api/v1/observations?format=sdmx-csv&" + Query })
        {
            var text = await client.GetStringAsync(address);
            Assert.Equal(shown, text.Contains(value, StringComparison.Ordinal));
            Assert.Equal(!shown, text.Contains("suppressed", StringComparison.Ordinal) || text.Contains(",Q,", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task AnAnswerThatIsKept_IsGivenAgainOnlyToThoseWhoMaySeeAsMuch()
    {
        const string Address = "/api/v1/observations.csv?" + Query;
        using var expert = site.Client("expert");
        using var anyone = site.Client("public");
        using var stranger = site.Client();
        for (var time = 0; time < 3; time++)
        {
            Assert.DoesNotContain(value, await stranger.GetStringAsync(Address), StringComparison.Ordinal);
            Assert.Contains(value, await expert.GetStringAsync(Address), StringComparison.Ordinal);
            Assert.DoesNotContain(value, await anyone.GetStringAsync(Address), StringComparison.Ordinal);
        }
    }

    /// <summary>What is taken away whole may be passed on: nobody's copy holds the figure.</summary>
    [Fact]
    public async Task BulkFilesHoldItForNobody()
    {
        using var client = site.Client("expert");
        using var list = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/api/v1/bulk"));
        var packed = list.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("address").GetString()!).Single(x => x.EndsWith(".csv.gz", StringComparison.Ordinal));
        await using var bytes = await client.GetStreamAsync(packed);
        await using var unpacked = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        var line = (await reader.ReadToEndAsync()).Split('\n').Single(x => x.Contains(SampleRelease.OfAGroup, StringComparison.Ordinal));

        Assert.Contains("suppressed", line, StringComparison.Ordinal);
        Assert.DoesNotContain(value, line, StringComparison.Ordinal);
    }
}
