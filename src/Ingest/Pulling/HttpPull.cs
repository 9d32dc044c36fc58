using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using DemoCityAnalytics.Ingest.Contracts;
using DemoCityAnalytics.Ingest.Loading;
using DemoCityAnalytics.Warehouse.Storage;

namespace DemoCityAnalytics.Ingest.Pulling;

/// <summary>
/// Fetches a file from an address of a listed host, asking only for what changed since the last time, and loads it like any other.
/// </summary>
public sealed class HttpPull(Loader loader, WarehouseDatabase warehouse, ContractCatalogue contracts, PullOptions options, TimeProvider clock)
{
    const int MostRedirects = 5;

    /// <exception cref="PullException">The address is not allowed, or does not answer with a file.</exception>
    public async Task<PullReport> Pull(string source, Uri address, bool synthetic, IProgress<LoadProgress>? progress, CancellationToken cancel)
    {
        contracts.Get(source);
        var place = Shown(address);
        var before = PullRecord.Read(warehouse, source, place);
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = Connect,
        };
        using var client = new HttpClient(handler) { Timeout = options.Patience };
        var file = Path.GetTempFileName();
        try
        {
            using var answer = await Ask(client, address, before, cancel);
            if (answer.StatusCode == HttpStatusCode.NotModified) return new PullReport(source, place, null, null);
            await Keep(answer, file, place, cancel);
            await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, useAsync: true);
            var report = await loader.Load(source, content, NameOf(answer, address), LoadOptions.Default with { Synthetic = synthetic }, progress, cancel);
            if (!report.Refused)
                await new PullRecord(null, answer.Headers.ETag?.ToString(), answer.Content.Headers.LastModified?.ToString("R")).Write(warehouse, source, place, clock.GetUtcNow().UtcDateTime, cancel);
            return new PullReport(source, place, report, null);
        }
        catch (HttpRequestException e)
        {
            throw e.InnerException as PullException ?? new PullException($"{place} could not be fetched: {e.Message}", e);
        }
        catch (TaskCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new PullException($"{place} did not answer within {options.Patience}.", e);
        }
        finally
        {
            File.Delete(file);
        }
    }

    async Task<HttpResponseMessage> Ask(HttpClient client, Uri address, PullRecord before, CancellationToken cancel)
    {
        for (var redirects = 0; ; redirects++)
        {
            CheckListed(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (EntityTagHeaderValue.TryParse(before.Etag, out var etag)) request.Headers.IfNoneMatch.Add(etag);
            if (DateTimeOffset.TryParse(before.LastModified, System.Globalization.CultureInfo.InvariantCulture, out var modified)) request.Headers.IfModifiedSince = modified;
            var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotModified) return answer;
            using (answer)
            {
                if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } next)
                    throw new PullException($"{Shown(address)} answered {(int)answer.StatusCode} {answer.ReasonPhrase}; expected 200 with a file.");
                if (redirects == MostRedirects) throw new PullException($"{Shown(address)} was redirected more than {MostRedirects} times.");
                next = new Uri(address, next);
                if (address.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps) throw new PullException($"{Shown(address)} redirects to {Shown(next)}, which is not encrypted.");
                address = next;
            }
        }
    }

    async Task Keep(HttpResponseMessage answer, string file, string place, CancellationToken cancel)
    {
        var most = (long)options.LargestMiB << 20;
        await using var content = await answer.Content.ReadAsStreamAsync(cancel);
        await using var kept = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        var buffer = new byte[1 << 16];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if ((most -= read) < 0) throw new PullException($"{place} sends more than {options.LargestMiB} MiB; raise Pull:LargestMiB if that is right.");
            await kept.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
    }

    void CheckListed(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp) throw new PullException($"{Shown(address)} is no address of HTTP.");
        if (address.UserInfo.Length > 0) throw new PullException($"{Shown(address)} carries a user in the address; that is not supported.");
        if (!Lists(options.AllowedHosts, address.IdnHost, address.Port)) throw new PullException($"{Shown(address)} is not on the list of allowed hosts; add {address.IdnHost} to Pull:AllowedHosts if it should be.");
    }

    // The address is looked up once and that very address is connected to, so that a name cannot mean two things.
    async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancel);
        if (!Lists(options.PrivateHosts, host, port) && addresses.FirstOrDefault(PrivateAddresses.Contain) is not null)
            throw new PullException($"{host} lies in a private network; add it to Pull:PrivateHosts if that is meant.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static bool Lists(IEnumerable<string> hosts, string host, int port) => hosts.Any(listed =>
        listed.Equals(host, StringComparison.OrdinalIgnoreCase) || listed.Equals($"{host}:{port}", StringComparison.OrdinalIgnoreCase));

    static string NameOf(HttpResponseMessage answer, Uri address)
    {
        var sent = answer.Content.Headers.ContentDisposition is { } disposition ? disposition.FileNameStar ?? disposition.FileName?.Trim('"') : null;
        var name = Path.GetFileName(sent ?? Uri.UnescapeDataString(address.AbsolutePath));
        return name.Length > 0 ? name : address.IdnHost;
    }

    /// <summary>An address without what its query may carry of keys.</summary>
    public static string Shown(Uri address) => address.IsAbsoluteUri ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : address.ToString();
}
