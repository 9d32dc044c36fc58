using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Tests.Endpoints;

/// <summary>
/// The refusals that many operations share, asked of each operation that states them: by a stranger, a role of another office, a caller in a hurry,
/// with a mistake in the query or the body, for what does not exist, in a form that is not offered, before anything was published.
/// </summary>
public sealed class EveryOperationTests(ClosedSite closed) : IClassFixture<ClosedSite>
{
    [Fact]
    public async Task Stranger_IsAskedToLogIn() => await Each(401, 70, closed.Site, _ => [null], operation => Request(operation), operation => !Rule(operation).ForEveryone);

    [Fact]
    public async Task RoleThatMayNot_IsRefused() => await Each(403, 45, closed.Site, Outsiders, operation => Request(operation), operation => Outsiders(operation).Any());

    [Fact]
    public async Task MistakeInTheQuery_IsNamed() =>
        await Each(400, 8, closed.Site, Insiders, operation => Request(operation, "unknown=1"), operation => operation.Method == "GET" && operation.Parameters.Count > 0 && !Elsewhere(operation, "/sdmx/", "/uploads/"));

    [Fact]
    public async Task BodyThatIsNoJson_IsNamed() => await Each(400, 20, closed.Site, Insiders, operation => Request(operation, body: "{"), operation => operation.Body is not null);

    [Fact]
    public async Task BodyOfAnotherKind_IsRefused() => await Each(415, 20, closed.Site, Insiders, operation => Request(operation, type: "text/plain"), operation => operation.Body is not null);

    /// <summary>Papers are sent as a form, and an expert is looked for before the city.</summary>
    [Fact]
    public async Task WhatDoesNotExist_IsSaid() => await Each(
        404, 60, closed.Site, Insiders, operation => Request(operation, missing: true), operation => operation.PathExamples.Keys.Any(name => name != "format" && name != "kind") && !(operation.Method == "POST" && Elsewhere(operation, "/papers", "/experts")));

    [Fact]
    public async Task FormThatIsNotOffered_IsSaid() => await Each(
        406, 5, closed.Site, Insiders, operation => Request(operation, operation.Parameters.ContainsKey("format") ? "" : null, accept: "application/x-nothing", form: "nothing"), operation => !Elsewhere(operation, "/rounds/"));

    [Fact]
    public async Task CallerInAHurry_IsAskedToWait()
    {
        await using var site = await ClosedSite.Start(("Access:RequestsPerMinute", "1"));
        // The first call of each role is let through, and one more when a minute passes meanwhile; the next is not.
        await Each(429, 80, site, operation => Insiders(operation).Take(1).SelectMany(role => Enumerable.Repeat(role, 3)), operation => Request(operation));
    }

    /// <summary>A form or a score that is saved for the first time rests on nothing.</summary>
    [Fact]
    public async Task VersionThatIsMissing_IsAskedFor() => await Each(
        428, 5, closed.Site, Insiders, operation => Request(operation, version: null), operation => operation.Body is not null && !(operation.Method == "PUT" && Elsewhere(operation, "/applications/", "/scores/")));

    [Fact]
    public async Task WhileTheDatabaseOfRoundsIsLost_ItIsSaid()
    {
        await using var site = await ClosedSite.Start(("State:ConnectionString", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=1"));
        await Each(503, 30, site, Insiders, operation => Request(operation), operation => Elsewhere(operation, "/rounds"));
    }

    [Fact]
    public async Task BeforeAnythingWasPublished_ItIsSaid()
    {
        await using var site = await Site.Start(null, ("Access:AnonymousRole", "Expert"));
        await Each(503, 20, site, _ => [null], operation => Request(operation), operation => operation.Method == "GET" && !Elsewhere(operation, "/rounds"));
    }

    /// <param name="status">What each operation that states it must answer.</param>
    /// <param name="least">Fewer operations than these would mean that the test looks at nothing.</param>
    /// <param name="site">Who is asked.</param>
    /// <param name="roles">Who asks, in turn, until the status comes; null for nobody.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="also">Which operations, of those that state the status.</param>
    static async Task Each(int status, int least, Site site, Func<DescribedOperation, IEnumerable<Role?>> roles, Func<DescribedOperation, HttpRequestMessage> request, Func<DescribedOperation, bool>? also = null)
    {
        using var client = site.Client();
        var operations = DescribedOperation.All.Where(x => x.Statuses.Contains(status) && also?.Invoke(x) != false).ToList();
        var faults = new List<string>();
        foreach (var operation in operations)
        {
            var given = new List<string>();
            foreach (var role in roles(operation))
            {
                using var asked = request(operation);
                if (role is { } known) asked.Headers.Add("X-Api-Key", ClosedSite.Key(known));
                using var answer = await client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead);
                if ((int)answer.StatusCode == status)
                {
                    given.Clear();
                    break;
                }
                given.Add($"{operation.Method} {asked.RequestUri} as {role}: {(int)answer.StatusCode} {(answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync())}");
            }
            faults.AddRange(given);
        }
        Assert.True(faults.Count == 0, $"Did not answer {status}:\n" + string.Join('\n', faults));
        Assert.InRange(operations.Count, least, DescribedOperation.All.Count);
    }

    static HttpRequestMessage Request(
        DescribedOperation operation, string? query = null, string? body = null, string type = "application/json", bool missing = false, string? accept = null, string? form = null, string? version = "\"1\"")
    {
        // A round that does not exist is asked for by those whose city or province it would be about.
        var named = operation.PathExamples.ContainsKey("round") ? operation.PathExamples.Keys.Where(name => name == "round") : operation.PathExamples.Keys.Where(name => name is not ("format" or "kind"));
        var absent = named.Where(_ => missing).Select(name => (name, "no-such-thing"));
        // The example's figure is of a quarter that the sample release does not reach.
        var address = (form is null ? operation.Address([.. absent]) : operation.Address(("format", form))).Replace("2024-Q4", "2024-Q3", StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(operation.Method), query is null ? address : address.Split('?')[0] + "?" + query);
        if (operation.Body is not null) request.Content = new StringContent(body ?? operation.Body, Encoding.UTF8, type);
        if (accept is not null) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (version is not null) request.Headers.IfMatch.Add(new EntityTagHeaderValue(version));
        return request;
    }

    static bool Elsewhere(DescribedOperation operation, params string[] parts) => parts.Any(part => operation.Path.Contains(part, StringComparison.Ordinal));

    IEnumerable<Role?> Outsiders(DescribedOperation operation) => Rule(operation) is { ForEveryone: false } rule ? Enum.GetValues<Role>().Except(rule.Roles).Take(1).Cast<Role?>() : [];

    IEnumerable<Role?> Insiders(DescribedOperation operation) => (Rule(operation) is { ForEveryone: false } rule ? rule.Roles : Enum.GetValues<Role>()).Reverse().Cast<Role?>();

    AccessRule Rule(DescribedOperation operation)
    {
        var table = closed.Site.Services.GetRequiredService<AccessTable>();
        var pattern = operation.Path.Trim('/');
        return table.Find(pattern) ?? table.Find(table.Patterns.Single(x => Regex.Replace(x, ":[^}]+", "") == pattern))!;
    }
}
