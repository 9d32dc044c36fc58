using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace DemoCityAnalytics.Client;

/// <summary>Which figures are wanted; what is left out is not narrowed.</summary>
public sealed record Query
{
    public IReadOnlyList<string> Indicators { get; init; } = [];
    public IReadOnlyList<int> Cities { get; init; } = [];
    public string? Period { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Frequency { get; init; }

    /// <value>Totals alone when left out; <c>*</c> for totals and all breakdowns.</value>
    public string? Breakdown { get; init; }

    /// <value>The figures as they stood then (UTC): such an answer stays the same for good.</value>
    public DateTime? AsOf { get; init; }

    /// <value>Only what became the answer after this moment (UTC): a nightly pull.</value>
    public DateTime? UpdatedAfter { get; init; }

    internal string Text(int pageSize) => string.Join('&', new (string Name, string? Value)[]
    {
        ("indicator", List(Indicators)), ("city", List(Cities.Select(code => code.ToString(CultureInfo.InvariantCulture)))), ("period", Period), ("from", From), ("to", To),
        ("frequency", Frequency), ("breakdown", Breakdown), ("asOf", Moment(AsOf)), ("updatedAfter", Moment(UpdatedAfter)), ("limit", pageSize.ToString(CultureInfo.InvariantCulture)),
    }.Where(x => x.Value is not null).Select(x => $"{x.Name}={Uri.EscapeDataString(x.Value!)}"));

    static string? List(IEnumerable<string> codes) => string.Join(',', codes) is { Length: > 0 } text ? text : null;

    static string? Moment(DateTime? utc) => utc?.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>The API from .NET: figures page by page, bulk files held against their hash, uploads until they have ended.</summary>
/// <param name="http">With the service's address as its base; the caller keeps it and disposes of it.</param>
/// <param name="key">Key of a program; null where the service is open.</param>
public sealed class DcaClient(HttpClient http, string? key = null)
{
    const int PageSize = 1000;
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public async Task<IReadOnlyList<City>> Cities(CancellationToken cancel = default) => (await Get<CityList>("api/v1/cities", cancel)).Cities;

    public async Task<IReadOnlyList<Indicator>> Indicators(CancellationToken cancel = default) => (await Get<IndicatorList>("api/v1/indicators", cancel)).Indicators;

    /// <summary>All figures of a query in their fixed order; pages are fetched as they are read.</summary>
    public async IAsyncEnumerable<Figure> Figures(Query query, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var address = "api/v1/observations?" + query.Text(PageSize);
        for (string? next = address; next is not null;)
        {
            var page = await Get<FigureList>(next, cancel);
            foreach (var figure in page.Observations) yield return figure;
            next = page.Next is { } cursor ? $"{address}&cursor={Uri.EscapeDataString(cursor)}" : null;
        }
    }

    /// <summary>What stands behind a figure, as the service answers it.</summary>
    public Task<JsonElement> Evidence(string figureId, CancellationToken cancel = default) => Get<JsonElement>($"api/v1/figures/{Uri.EscapeDataString(figureId)}/evidence", cancel);

    /// <summary>The same query in another form: csv, sdmx-csv, sdmx-json, sdmx-ml, json-stat, arrow, parquet, xlsx.</summary>
    public async Task<byte[]> File(Query query, string format, CancellationToken cancel = default)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, $"api/v1/observations.{format}?{query.Text(PageSize).Replace($"limit={PageSize}", "limit=all", StringComparison.Ordinal)}"), cancel);
        return await answer.Content.ReadAsByteArrayAsync(cancel);
    }

    public async Task<IReadOnlyList<BulkFile>> BulkFiles(CancellationToken cancel = default) => (await Get<BulkList>("api/v1/bulk", cancel)).Files;

    /// <summary>Fetches a bulk file and holds it against its hash.</summary>
    /// <exception cref="InvalidDataException">What came is not what the list says; the file is not kept.</exception>
    public async Task Download(BulkFile file, string path, CancellationToken cancel = default)
    {
        var part = path + ".part";
        using (var answer = await Send(new HttpRequestMessage(HttpMethod.Get, file.Address.TrimStart('/')), cancel))
        await using (var to = new FileStream(part, FileMode.Create, FileAccess.Write))
            await answer.Content.CopyToAsync(to, cancel);
        await using (var written = new FileStream(part, FileMode.Open, FileAccess.Read))
        {
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancel));
            if (sha256 != file.Sha256)
            {
                System.IO.File.Delete(part);
                throw new InvalidDataException($"{file.Name}: SHA-256 is {sha256}, expected {file.Sha256}. Fetch it again.");
            }
        }
        System.IO.File.Move(part, path, overwrite: true);
    }

    /// <summary>Sends a file of a source and waits until it is loaded or refused. Sent again under the same key it is loaded once.</summary>
    public async Task<Upload> Send(string source, string fileName, Stream content, string idempotencyKey, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/uploads");
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        request.Content = new MultipartFormDataContent { { new StringContent(source), "source" }, { new StreamContent(content), "file", fileName } };
        using var answer = await Send(request, cancel);
        var upload = await answer.Content.ReadFromJsonAsync<Upload>(Json, cancel) ?? throw new JsonException("The service answered nothing.");
        while (!upload.HasEnded)
        {
            await Task.Delay(BetweenLooks, cancel);
            upload = await Get<Upload>(upload.Self.TrimStart('/'), cancel);
        }
        return upload;
    }

    async Task<T> Get<T>(string address, CancellationToken cancel)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, address), cancel);
        return await answer.Content.ReadFromJsonAsync<T>(Json, cancel) ?? throw new JsonException($"{address} answered nothing.");
    }

    /// <summary>Sends, waits once when the service asks for it, and turns a refusal into its problem.</summary>
    async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancel)
    {
        if (key is not null) request.Headers.Add("X-Api-Key", key);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (answer.StatusCode == HttpStatusCode.TooManyRequests && request.Method == HttpMethod.Get)
        {
            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancel);
            answer.Dispose();
            answer = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, request.RequestUri) { Headers = { { "X-Api-Key", key } } }, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        if (answer.IsSuccessStatusCode) return answer;
        using (answer)
            throw new ProblemException(answer.Content.Headers.ContentType is MediaTypeHeaderValue { MediaType: "application/problem+json" }
                ? (await answer.Content.ReadFromJsonAsync<Problem>(Json, cancel))!
                : new Problem("about:blank", answer.ReasonPhrase ?? "", (int)answer.StatusCode, "", null));
    }
}
