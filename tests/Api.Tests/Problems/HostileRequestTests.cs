using System.Text;
using System.Text.Json;
using DemoCityAnalytics.Api.Problems;
using DemoCityAnalytics.Api.Tests.Hosting;

namespace DemoCityAnalytics.Api.Tests.Problems;

/// <summary>Every described operation under requests that nobody should send: each is answered, and each error is a problem with a page.</summary>
public sealed class HostileRequestTests(OpenSite open) : IClassFixture<OpenSite>
{
    static readonly string[] Texts =
    [
        "", " ", "'", "\"><script>alert(1)</script>", "../../etc/passwd", "a\r\nSet-Cookie: x=1", new('9', 40), "-1", "1e308", "NaN", "null", "٣٤", "石家庄\u202e", "😀", "*", "%", "2024-13", "{0}",
        "' OR 1=1 --", "$(id)", "=1+1", new('x', 4000),
    ];

    static readonly string[] Bodies = ["", "{", "null", "[]", "{}", "\"x\"", "{\"id\":1e999}", "{\"settings\":{\"deadline\":\"2024-02-31\"}}", "\ud800", "{\"unknown\":true}"];

    [Fact]
    public async Task EveryOperation_AnswersWithAProblem_WhosePageOpensInBothLanguages()
    {
        using var client = open.Site.Client();
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        var (sent, faults) = (0, new List<string>());
        foreach (var (method, address, body) in Requests())
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            sent++;
            var status = (int)answer.StatusCode;
            if (status < 400) continue;
            var said = await answer.Content.ReadAsStringAsync();
            if (status is 500 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json") faults.Add($"{method} {Short(address)} {Short(body)}: {status} {answer.Content.Headers.ContentType} {Short(said)}");
            else if (Kind(said, status) is { } kind) kinds.Add(kind);
            else faults.Add($"{method} {Short(address)}: {said}");
        }
        Assert.True(faults.Count == 0, $"{faults.Count} of {sent}:\n" + string.Join('\n', faults.Take(20)));
        Assert.InRange(sent, 1000, 20_000);
        Assert.InRange(kinds.Count, 8, ProblemKinds.All.Count);
        foreach (var kind in kinds)
            foreach (var language in new[] { "zh", "en" })
                Assert.Contains(Api.Language.Markup.Encode(ProblemKinds.All[kind].Title.In(language)), await open.Site.Text(ProblemKinds.PageOf(kind), language), StringComparison.Ordinal);
    }

    static IEnumerable<(string Method, string Address, string? Body)> Requests()
    {
        // Each place gets a few of the texts, in turn: every text comes to every kind of place without a request for each pair.
        var turn = 0;
        IEnumerable<string> Next() => Enumerable.Range(0, 5).Select(_ => Texts[turn++ % Texts.Length]).ToList();
        foreach (var operation in DescribedOperation.All.Where(x => !x.Path.EndsWith("/events", StringComparison.Ordinal)))
        {
            foreach (var name in operation.PathExamples.Keys)
                foreach (var text in Next()) yield return (operation.Method, operation.Address((name, text)), null);
            foreach (var name in operation.Parameters.Keys.Append("unknown"))
                foreach (var text in Next().Append("\0")) yield return (operation.Method, $"{operation.Address().Split('?')[0]}?{name}={Uri.EscapeDataString(text)}", null);
            if (operation.Method is "POST" or "PUT")
                foreach (var body in Bodies) yield return (operation.Method, operation.Address(), body);
            foreach (var method in new[] { "PATCH", "TRACE", "DELETE", "OPTIONS" }) yield return (method, operation.Address(), null);
        }
    }

    static string? Kind(string body, int status)
    {
        var problem = JsonDocument.Parse(body).RootElement;
        var type = problem.GetProperty("type").GetString()!;
        var kind = type[(type.LastIndexOf('/') + 1)..];
        return problem.GetProperty("status").GetInt32() == status && ProblemKinds.All.TryGetValue(kind, out var known) && known.Status == status && type == ProblemKinds.PageOf(kind) ? kind : null;
    }

    static string Short(string? text) => text is { Length: > 160 } ? text[..160] + "…" : text ?? "";
}
