using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Tests.Rounds;

/// <summary>A clock that tests move: a programme of two years passes in seconds.</summary>
sealed class TurnedClock(DateOnly day) : TimeProvider
{
    public DateOnly Day { get; set; } = day;

    // Each look is a moment later, as with any clock.
    long looks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(Day.ToDateTime(new TimeOnly(9, 30)), TimeSpan.FromHours(8)).AddTicks(Interlocked.Increment(ref looks) * 10);
}

/// <summary>A site with accounts of every office, over the sample release, on a clock that is turned by hand.</summary>
sealed class RoundSite : IAsyncDisposable
{
    public const string Round = "2024-R1";

    /// <summary>Name, role and area of everybody who takes part.</summary>
    public static readonly (string Name, Role Role, string? Area)[] People =
    [
        ("operator-1", Role.Operator, null), ("city-sjz", Role.City, "130100"), ("city-ts", Role.City, "130200"), ("city-cd", Role.City, "510100"),
        ("hebei", Role.Province, "130000"), ("sichuan", Role.Province, "510000"), ("expert-1", Role.Expert, null), ("expert-sjz", Role.Expert, "130100"),
        ("ministry-1", Role.Ministry, null), ("ministry-2", Role.Ministry, null),
    ];

    // Made once: a hash is slow on purpose.
    public static string LoginHash { get; } = PasswordHash.Of("", ClosedSite.Password);

    /// <summary>What the settings hold of somebody's key.</summary>
    public static string KeyOf(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("key-of-" + name)));

    RoundSite(Site site, TurnedClock clock) => (Site, Clock) = (site, clock);

    public Site Site { get; }

    public TurnedClock Clock { get; }

    public static Task<RoundSite> Start(params (string Key, string? Value)[] more) => Start(folder => SampleRelease.Publish(folder), new DateOnly(2024, 3, 1), more);

    /// <param name="prepare">Fills the warehouse folder.</param>
    /// <param name="day">The first day.</param>
    /// <param name="more">Settings beside the accounts.</param>
    public static async Task<RoundSite> Start(Action<string> prepare, DateOnly day, params (string Key, string? Value)[] more)
    {
        var clock = new TurnedClock(day);
        var settings = new List<(string, string?)> { ("Access:AnonymousRole", "Public"), ("Access:ObjectionsPerMinute", "100"), ("Access:LoginsPerMinute", "1000") };
        foreach (var ((name, role, area), i) in People.Select((person, i) => (person, i)))
            settings.AddRange([
                ($"Access:Keys:{i}:Name", name), ($"Access:Keys:{i}:Sha256", KeyOf(name)),
                ($"Access:Keys:{i}:Role", role.ToString()), ($"Access:Keys:{i}:Area", area),
                ($"Access:Accounts:{i}:Name", name), ($"Access:Accounts:{i}:PasswordHash", LoginHash), ($"Access:Accounts:{i}:Role", role.ToString()), ($"Access:Accounts:{i}:Area", area),
            ]);
        settings.AddRange(more);
        var site = await Site.Start(prepare, builder => builder.Services.AddSingleton<TimeProvider>(clock), [.. settings]);
        return new RoundSite(site, clock);
    }

    /// <summary>A folder with all that is in it.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Somebody who takes part; without a name the public.</summary>
    public Caller As(string? name = null) => new(Site.Client(name is null ? null : "key-of-" + name), $"/api/v1/rounds/{Round}");

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>One person's way of calling the API: reads, rests each change on what was read, and says what was expected.</summary>
sealed class Caller(HttpClient client, string root)
{
    public async Task<JsonElement> Get(string path, HttpStatusCode expected = HttpStatusCode.OK) => (await Send(HttpMethod.Get, path, null, null, expected)).Body;

    public async Task<string> Tag(string path) => (await Send(HttpMethod.Get, path, null, null, HttpStatusCode.OK)).Tag!;

    public Task<(JsonElement Body, string? Tag)> Post(string path, object? body = null, string? tag = null, HttpStatusCode expected = HttpStatusCode.OK) => Send(HttpMethod.Post, path, body, tag, expected);

    public Task<(JsonElement Body, string? Tag)> Put(string path, object? body, string? tag = null, HttpStatusCode expected = HttpStatusCode.OK) => Send(HttpMethod.Put, path, body, tag, expected);

    /// <summary>An act that must be refused: status, kind of problem and, where given, the rule.</summary>
    public async Task Refused(HttpMethod method, string path, object? body, string? tag, HttpStatusCode status, string kind, string? rule = null)
    {
        var (answer, _) = await Send(method, path, body, tag, status);
        Assert.Equal("/docs/problems/" + kind, answer.GetProperty("type").GetString());
        if (rule is not null) Assert.Equal(rule, answer.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    public async Task<(JsonElement Body, string? Tag)> Send(HttpMethod method, string path, object? body, string? tag, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("/api", StringComparison.Ordinal) ? path : root + path);
        request.Headers.Add("Accept-Language", "zh");
        if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = JsonContent.Create(body);
        if (tag is not null) request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(tag));
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{method} {path} gave {(int)answer.StatusCode}, expected {(int)expected}: {text}");
        return (text.Length > 0 && text[0] is '{' or '[' ? JsonDocument.Parse(text).RootElement : default, answer.Headers.ETag?.ToString());
    }

    public Task<byte[]> Bytes(string path) => client.GetByteArrayAsync(root + path);

    public static MultipartFormDataContent Paper(string item, string kind, string title, string fileName = "材料.pdf", string bytes = "%PDF-1.7 示例")
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(item), "item" }, { new StringContent(kind), "kind" }, { new StringContent(title), "title" }, { new StringContent("2024-04-01"), "datedOn" },
        };
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(bytes + kind + title)), "file", fileName);
        return form;
    }
}
