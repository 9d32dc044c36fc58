using System.Text;
using DemoCityAnalytics.Api.Tests.Hosting;
using DemoCityAnalytics.Client;

namespace DemoCityAnalytics.Api.Tests.Clients;

/// <summary>The client for .NET against the service.</summary>
public sealed class ClientTests(OpenSite open, LoadingSite loading) : IClassFixture<OpenSite>, IClassFixture<LoadingSite>
{
    [Fact]
    public async Task Figures_ComeOverAllPages_AsTheServiceCountsThem()
    {
        using var http = open.Site.Client();
        var client = new DcaClient(http);
        var query = new Query { Indicators = ["E05", "E07", "E01"], Breakdown = "*" };

        var figures = await client.Figures(query).ToListAsync();

        var total = (await open.Site.Json("/api/v1/observations?indicator=E05,E07,E01&breakdown=*&limit=1")).GetProperty("total").GetInt32();
        Assert.True(total > 1000 || total == figures.Count);
        Assert.Equal(total, figures.Select(x => x.FigureId).Distinct().Count());
        var figure = figures.Single(x => x.FigureId == "E05::130100:2024-08");
        Assert.Equal((3.58m, "%", "normal"), (figure.Value, figure.Unit, figure.Status));
        Assert.Equal(["石家庄市", "唐山市", "成都市"], (await client.Cities()).Select(x => x.Name));
        Assert.Contains("E12", (await client.Indicators()).Select(x => x.Code));
        Assert.StartsWith("\uFEFFfigure_id,", Encoding.UTF8.GetString(await client.File(query, "csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_IsAProblemWithItsPage()
    {
        using var http = open.Site.Client();

        var refused = await Assert.ThrowsAsync<ProblemException>(async () => await new DcaClient(http).Figures(new Query { Indicators = ["E055"] }).ToListAsync());

        Assert.Equal(("/docs/problems/unknown-indicator", 404), (refused.Problem.Type, refused.Problem.Status));
    }

    [Fact]
    public async Task BulkFile_IsHeldAgainstItsHash()
    {
        using var http = open.Site.Client();
        var client = new DcaClient(http);
        var folder = Directory.CreateTempSubdirectory("dca-client-");
        try
        {
            var file = (await client.BulkFiles())[0];
            var path = Path.Combine(folder.FullName, file.Name);
            await client.Download(file, path);
            await Assert.ThrowsAsync<InvalidDataException>(() => client.Download(file with { Sha256 = new string('0', 64) }, path + "2"));
            Assert.Equal(file.Bytes, new FileInfo(path).Length);
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Upload_IsFollowedToItsEnd()
    {
        using var http = loading.Site.Client();
        var client = new DcaClient(http, "shijiazhuang");
        var rows = "统计月份,行政区划代码,期末城镇从业人数(人),更新时间\n" + string.Concat(Enumerable.Range(1, 13).Select(month => $"2017-{month:00},130100,900000,2023-01-10 08:00:00\n"));

        var upload = await client.Send("labour_stock", "存量.csv", new MemoryStream(Encoding.UTF8.GetBytes(rows)), Guid.NewGuid().ToString());

        Assert.Equal(("loaded", 13L, 12L, 1L), (upload.State, upload.RowsRead, upload.RowsAccepted, upload.RowsRejected));
        Assert.NotNull(upload.RejectedRows);
    }
}
