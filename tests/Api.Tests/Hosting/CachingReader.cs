using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace DemoCityAnalytics.Api.Tests.Hosting;

/// <summary>What any cache or reader may count on: a strong tag, 304, HEAD, and two ways of packing that unpack to the same bytes.</summary>
sealed class CachingReader(HttpClient client)
{
    const int SmallestPacked = 512;

    /// <returns>What is wrong with the answers at an address, or null.</returns>
    public async Task<string?> FaultOf(string address)
    {
        using var get = await client.GetAsync(address);
        var body = await get.Content.ReadAsByteArrayAsync();
        if (get.StatusCode != HttpStatusCode.OK) return $"{address}: {(int)get.StatusCode} {await get.Content.ReadAsStringAsync()}";
        if (get.Headers.ETag is not { IsWeak: false } tag) return $"{address}: no strong tag";
        if (await Unchanged(address, tag) is { } sent) return $"{address}: {sent}";
        if (await Head(address, tag, body.Length) is { } head) return $"{address}: {head}";
        if (get.Content.Headers.ContentType?.MediaType is not { } type || body.Length < SmallestPacked || !(type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal))) return null;
        if (!get.Headers.Vary.Contains("Accept-Encoding")) return $"{address}: does not say that it varies";
        foreach (var encoding in new[] { "gzip", "br" })
            if (await Packed(address, encoding, tag, body) is { } packed) return $"{address}: {packed}";
        return null;
    }

    async Task<string?> Unchanged(string address, EntityTagHeaderValue tag)
    {
        using var again = await Send(HttpMethod.Get, address, x => x.IfNoneMatch.Add(tag));
        return (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length) == (HttpStatusCode.NotModified, 0) ? null : $"{(int)again.StatusCode} to one who has it";
    }

    async Task<string?> Head(string address, EntityTagHeaderValue tag, long length)
    {
        using var head = await Send(HttpMethod.Head, address, _ => { });
        var said = (head.StatusCode, head.Headers.ETag?.Tag, head.Content.Headers.ContentLength);
        return said == (HttpStatusCode.OK, tag.Tag, length) ? null : $"HEAD says {said}, GET {tag.Tag} and {length} bytes";
    }

    async Task<string?> Packed(string address, string encoding, EntityTagHeaderValue tag, byte[] expected)
    {
        using var packed = await Send(HttpMethod.Get, address, x => x.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding)));
        if (!packed.Content.Headers.ContentEncoding.SequenceEqual([encoding])) return $"not packed by {encoding}";
        if (packed.Headers.ETag is not { IsWeak: false } own || own.Equals(tag)) return $"no tag of its own for {encoding}";
        await using var sent = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacking = encoding == "br" ? new BrotliStream(sent, CompressionMode.Decompress) : new GZipStream(sent, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await unpacking.CopyToAsync(unpacked);
        return unpacked.ToArray().AsSpan().SequenceEqual(expected) ? null : $"{encoding} unpacks to other bytes";
    }

    async Task<HttpResponseMessage> Send(HttpMethod method, string address, Action<HttpRequestHeaders> with)
    {
        using var request = new HttpRequestMessage(method, address);
        with(request.Headers);
        return await client.SendAsync(request);
    }
}
