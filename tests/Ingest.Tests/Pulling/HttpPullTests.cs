using System.Net;
using System.Net.Sockets;
using System.Text;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Ingest.Pulling;

namespace DemoCityAnalytics.Ingest.Tests.Pulling;

public sealed class HttpPullTests
{
    const string Head = "招聘编号,岗位名称,工作地点行政区划,发布日期\n";

    [Fact]
    public async Task A_file_is_fetched_once_and_again_only_when_it_changed()
    {
        using var warehouse = new TemporaryWarehouse();
        await using var site = new Site();
        site.Content = Head + "A1,钳工,130100,2024-03-05\n";
        var pull = Pull(warehouse, new PullOptions { AllowedHosts = { site.Host }, PrivateHosts = { site.Host } });
        Task<PullReport> Fetch() => pull.Pull("job_postings", new Uri(site.Address, "files/a.csv?key=secret"), false, null, CancellationToken.None);

        var first = await Fetch();
        Assert.Equal((LoadOutcome.Loaded, "a.csv", 1L), (first.Report!.Outcome, first.Report.File, first.Report.RowsAccepted));
        Assert.DoesNotContain("secret", first.Place, StringComparison.Ordinal);
        Assert.Null((await Fetch()).Report);
        Assert.Equal([200, 304], site.Answers);
        site.Content = Head + "A1,车工,130100,2024-03-05\nA2,焊工,130100,2024-03-06\n";
        Assert.Equal(2, (await Fetch()).Report!.RowsAccepted);
        Assert.Equal([200, 304, 200], site.Answers);
        // A redirect inside the list is followed.
        Assert.Equal(LoadOutcome.AlreadyLoaded, (await pull.Pull("job_postings", new Uri(site.Address, "to?files/a.csv"), false, null, CancellationToken.None)).Report!.Outcome);
    }

    [Fact]
    public async Task Nothing_leaves_the_list_and_nothing_private_is_asked_unless_listed()
    {
        using var warehouse = new TemporaryWarehouse();
        await using var site = new Site();
        site.Content = Head;
        async Task<string> Refused(PullOptions options, string address) =>
            (await Assert.ThrowsAsync<PullException>(() => Pull(warehouse, options).Pull("job_postings", new Uri(site.Address, address), false, null, CancellationToken.None))).Message;

        Assert.Contains("not on the list", await Refused(new PullOptions(), "files/a.csv"), StringComparison.Ordinal);
        Assert.Contains("not on the list", await Refused(new PullOptions { AllowedHosts = { "127.0.0.1:1" } }, "files/a.csv"), StringComparison.Ordinal);
        Assert.Contains("private network", await Refused(new PullOptions { AllowedHosts = { site.Host } }, "files/a.csv"), StringComparison.Ordinal);
        Assert.Empty(site.Answers);
        var open = new PullOptions { AllowedHosts = { site.Host }, PrivateHosts = { site.Host }, LargestMiB = 1 };
        Assert.Contains("not on the list", await Refused(open, "to?http://localhost:1/x.csv"), StringComparison.Ordinal);
        Assert.Contains("no address of HTTP", await Refused(open, "to?file:///etc/passwd"), StringComparison.Ordinal);
        Assert.Contains("redirected more than", await Refused(open, "to?to?to?to?to?to?to?files/a.csv"), StringComparison.Ordinal);
        Assert.Contains("answered 404", await Refused(open, "nothing"), StringComparison.Ordinal);
        site.Content = new string('x', 2 << 20);
        Assert.Contains("more than 1 MiB", await Refused(open, "files/a.csv"), StringComparison.Ordinal);
        Assert.Equal(0, warehouse.Count("SELECT (SELECT count(*) FROM ops.load) + (SELECT count(*) FROM ops.pull)"));
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:192.168.1.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("172.32.0.1", false)]
    [InlineData("2400:3200::1", false)]
    public void Private_addresses_are_known(string address, bool isPrivate) => Assert.Equal(isPrivate, PrivateAddresses.Contain(IPAddress.Parse(address)));

    static HttpPull Pull(TemporaryWarehouse warehouse, PullOptions options) => new(warehouse.Loader, warehouse.Database, TemporaryWarehouse.Contracts, options, new FixedClock());

    /// <summary>A web site of this machine: <c>files/a.csv</c> with an entity tag, and <c>to?X</c>, which redirects to X.</summary>
    sealed class Site : IAsyncDisposable
    {
        readonly HttpListener listener = new();
        readonly Task serving;

        public Site()
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            Host = $"127.0.0.1:{port}";
            Address = new Uri($"http://{Host}/");
            listener.Prefixes.Add(Address.ToString());
            listener.Start();
            serving = Serve();
        }

        public string Host { get; }
        public Uri Address { get; }
        public string Content { get; set; } = "";
        public List<int> Answers { get; } = [];

        async Task Serve()
        {
            while (listener.IsListening)
            {
                HttpListenerContext context;
                try
                {
                    context = await listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
                try
                {
                    await Answer(context);
                }
                catch (Exception e) when (e is HttpListenerException or IOException)
                {
                    // The caller had enough and went away.
                }
            }
        }

        async Task Answer(HttpListenerContext context)
        {
            var (request, response) = (context.Request, context.Response);
            var etag = $"\"{Content.GetHashCode(StringComparison.Ordinal)}\"";
            if (request.Url!.AbsolutePath == "/to")
            {
                response.StatusCode = 302;
                response.RedirectLocation = request.Url.Query[1..];
            }
            else if (request.Url.AbsolutePath != "/files/a.csv") response.StatusCode = 404;
            else if (request.Headers["If-None-Match"] == etag) response.StatusCode = 304;
            else
            {
                response.Headers["ETag"] = etag;
                response.ContentLength64 = Encoding.UTF8.GetByteCount(Content);
                Answers.Add(200);
                await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Content));
                response.Close();
                return;
            }
            if (response.StatusCode == 304) Answers.Add(304);
            response.Close();
        }

        public async ValueTask DisposeAsync()
        {
            listener.Close();
            await serving;
        }
    }
}
